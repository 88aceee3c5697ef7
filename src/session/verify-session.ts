import type { Cassette, Interaction } from '../cassette.ts'
import { shorten } from '../diagnostics/excerpt.ts'
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import { type CassetteError, type CassetteEscapedError, CassetteUnplayedError } from '../errors/errors.ts'
import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import { maskUrl } from '../secret/mask-secrets.ts'
import type { CassetteOptions } from './cassette-options.ts'

const MAX_LISTED = 20

/** A session at the end of its test. */
export interface VerifiedSession {
  readonly path: string
  readonly cassette: Cassette
  readonly options: CassetteOptions
  readonly mismatches: readonly CassetteMismatchError[]
  readonly unplayed: readonly Interaction[]
  readonly escapes: readonly CassetteEscapedError[]
  readonly unobserved: ReadonlySet<string>
}

/**
 * Throws the session's failures, mismatches first: they usually explain unplayed interactions.
 *
 * @param session the session at the end of its test
 * @param saveError why its recordings could not be saved
 * @throws CassetteMismatchError, AggregateError, CassetteEscapedError, CassetteError, CassetteUnplayedError
 */
export function verifySession(session: VerifiedSession, saveError: CassetteError | undefined): void {
  const { mismatches, path } = session
  const [first, ...others] = mismatches
  if (first && others.length > 0) {
    throw new AggregateError(
      mismatches,
      `${mismatches.length} requests matched nothing in ${path}.\n\n${first.message}`,
    )
  }
  if (first) throw first
  verifyEscapes(session)
  if (saveError) throw saveError
  verifyUnplayed(session)
}

function verifyEscapes({ escapes, path }: VerifiedSession): void {
  const [first, ...others] = escapes
  if (first && others.length > 0) {
    throw new AggregateError(
      escapes,
      `${escapes.length} requests to hosts of ${path} did not go through MSW.\n\n${first.message}`,
    )
  }
  if (first) throw first
}

function verifyUnplayed({ unplayed, cassette, path, options, unobserved }: VerifiedSession): void {
  const { onUnplayed = 'error' } = options
  if (onUnplayed === 'ignore' || unplayed.length === 0) return
  const list = unplayed
    .slice(0, MAX_LISTED)
    .map(
      ({ request, line }) =>
        `  ${line === undefined ? '' : `line ${line}: `}${request.method} ${shorten(maskUrl(request.url))}`,
    )
  if (unplayed.length > MAX_LISTED) list.push(`  … and ${unplayed.length - MAX_LISTED} more`)
  const message =
    `${unplayed.length} of ${cassette.interactions.length} interactions of ${path} were never requested:\n` +
    `${escapeControlCharacters(list.join('\n'))}\n${describeUnobserved(unobserved)}Remove them, or allow them: { onUnplayed: 'ignore' }.`
  if (onUnplayed === 'error') throw new CassetteUnplayedError(path, unplayed.length, message)
  console.warn(`[msw-cassette] ${message}`)
}

function describeUnobserved(unobserved: ReadonlySet<string>): string {
  if (unobserved.size === 0) return ''
  return (
    `The test started ${[...unobserved].join(' and ')}, whose requests can't be intercepted: see docs/escapes.md for ` +
    'workarounds. If it did not send these requests:\n'
  )
}
