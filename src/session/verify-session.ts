import type { Cassette, Interaction } from '../cassette.ts'
import { shorten } from '../diagnostics/excerpt.ts'
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import { type CassetteError, CassetteUnplayedError } from '../errors/errors.ts'
import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import { startStackAtUser } from '../errors/start-stack-at-user.ts'
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
}

/**
 * Throws the session's failures, mismatches first: they usually explain unplayed interactions.
 *
 * @param session the session at the end of its test
 * @param saveError why its recordings could not be saved
 * @throws CassetteMismatchError, AggregateError, CassetteError, CassetteUnplayedError
 */
export function verifySession(session: VerifiedSession, saveError: CassetteError | undefined): void {
  const { mismatches, path } = session
  const [first, ...others] = mismatches
  if (first && others.length > 0) {
    // The runners print the errors after this message.
    const error = new AggregateError(mismatches, `${mismatches.length} requests matched nothing in ${path}.`)
    startStackAtUser(error, verifySession)
    throw error
  }
  if (first) throw first
  if (saveError) throw saveError
  verifyUnplayed(session)
}

function verifyUnplayed({ unplayed, cassette, path, options }: VerifiedSession): void {
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
    `${escapeControlCharacters(list.join('\n'))}\nRemove them, or allow them: { onUnplayed: 'ignore' }.`
  if (onUnplayed === 'error') throw new CassetteUnplayedError(path, unplayed.length, message)
  console.warn(`[msw-cassette] ${message}`)
}
