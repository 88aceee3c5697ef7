import type { Cassette, Interaction } from '../cassette.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import type { ScanOptions } from '../secret/scan-secrets.ts'
import { addSamples } from './add-samples.ts'
import { type DescribedHeal, describeHeal } from './describe-heal.ts'
import { planHeal } from './plan-heal.ts'
import type { HealedFile } from './write-heal.ts'

/** Changes a cassette on the disk as `writeHeal` does; a page has it changed by another process. */
export type HealWriter = (heal: Omit<HealedFile, 'file'>) => void | Promise<void>

/** A cassette at the end of a test that passed in mode `heal`. */
export interface EndedCassette extends Pick<DescribedHeal, 'path' | 'kept' | 'calls'> {
  readonly cassette: Cassette
  /** The indexes of the interactions that were not played and are not optional. */
  readonly unplayed: readonly number[]
  readonly played: ReadonlySet<number>
  readonly recorded: readonly Interaction[]
  readonly matcher: RequestMatcher
  readonly scan: ScanOptions
  readonly write: HealWriter
}

/** The result of a heal. */
export interface HealResult {
  /** For the report. */
  readonly line: string
  /** The indexes of the interactions that were removed. */
  readonly removed: readonly number[]
}

/**
 * Changes a cassette so that the same test replays it: see `planHeal` and `writeHeal`.
 *
 * @returns the result; undefined if nothing changes
 * @throws CassetteSecretError, CassetteSaveError
 */
export async function healCassette({
  path,
  cassette,
  scan,
  write,
  kept,
  calls,
  ...rest
}: EndedCassette): Promise<HealResult | undefined> {
  const { interactions } = cassette
  const unplayed = kept === 'shared' ? [] : addSamples(rest.unplayed, { interactions, ...rest })
  const plan = planHeal({ interactions, ...rest, unplayed })
  const changed = kept === undefined ? plan : { ...plan, removed: [] }
  if (changed.replaced.length + changed.removed.length + changed.added.length === 0) return undefined
  await write({ loaded: interactions, plan: changed, scan })
  const line = describeHeal({ path, plan: changed, total: interactions.length, calls, kept })
  return { line, removed: changed.removed }
}
