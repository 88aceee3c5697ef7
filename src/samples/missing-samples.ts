import { sampleOf } from '../cassette.ts'
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import { CassetteOptionError, CassetteSamplesError } from '../errors/errors.ts'
import { modeSetting } from '../options/mode.ts'
import type { Session } from '../session/session.ts'

/**
 * Refuses a cassette that has fewer samples than a test needs.
 *
 * @throws CassetteOptionError
 */
export function assertRecorded({ cassette, path, policy }: Session, samples: number): void {
  const found = new Set(cassette.interactions.map(sampleOf)).size
  if (found >= samples || found === 0 || policy.matched !== 'replay') return
  throw new CassetteOptionError(
    'samples',
    `The option "samples" is ${samples}, and ${path} has ${found}. Record the others with ${modeSetting('new-episodes')}, or set ` +
      `samples: ${found}.`,
  )
}

/** Explains a request of a run that is not recorded for its sample. */
export function explainMissing(
  { path }: Session,
  { sample, total }: { readonly sample: number; readonly total: number },
  mismatch: CassetteMismatchError,
): CassetteMismatchError | CassetteSamplesError {
  // This sample is what every other test plays, too.
  if (sample === 0) return mismatch
  return new CassetteSamplesError(
    path,
    { passed: 0, total },
    `Sample ${sample} of ${total} of ${path} has no recording of a request. An answer decides which request comes next, so each sample ` +
      `needs its own: record what is missing with test.samples and ${modeSetting('new-episodes')}.\n\n${mismatch.message}`,
    { cause: mismatch },
  )
}
