import type { Interaction } from '../cassette.ts'
import type { Session } from '../session/session.ts'

/** How one run of a test used its cassette. It is plain data because a worker sends it to the process that reports. */
export interface CassetteUsage {
  /** The path of the cassette, relative to the working directory and with slashes, since reports can be merged on another machine. */
  readonly file: string
  /** The indexes of the interactions that were played, from 0. */
  readonly played: readonly number[]
  /** The number of calls that they answered: an interaction can be played more than once. */
  readonly calls: number
  /** Whether the file existed when the test began. */
  readonly before: 'found' | 'missing'
  /** The number of interactions that were loaded: 0 if the cassette is recorded from scratch. */
  readonly total: number
  /** The number of interactions that were recorded and saved. */
  readonly recorded: number
  /** A line about how the cassette was healed; absent if it was not. */
  readonly healed?: string
  /** How the session treats unplayed interactions. */
  readonly onUnplayed: 'ignore' | 'warn' | 'error'
  /** The number of tokens that the replayed responses report as their cost. */
  readonly tokens: number
}

/**
 * Summarizes how a test used its cassette.
 *
 * @param session the session of the test
 * @param file the path of the cassette
 * @param recordings whether its recordings were saved
 */
export function toCassetteUsage(session: Session, file: string, recordings: 'saved' | 'discarded'): CassetteUsage {
  const { plays } = session
  const { interactions } = session.cassette
  return {
    file: relativePath(file),
    played: plays.flatMap((count, index) => (count > 0 ? [index] : [])),
    calls: plays.reduce((sum, count) => sum + count, 0),
    before: session.fileBefore,
    total: interactions.length,
    recorded: recordings === 'saved' ? session.recorded.length : 0,
    ...(session.healing?.report === undefined ? {} : { healed: session.healing.report }),
    onUnplayed: session.options.onUnplayed ?? 'error',
    tokens: interactions.reduce((sum, interaction, index) => sum + countPlayedTokens(interaction, plays[index]), 0),
  }
}

/** Makes a path relative to the working directory if it is inside of it. The result has slashes on Windows too. */
export function relativePath(file: string): string {
  const folder = globalThis.process?.cwd?.()
  const isInside = folder !== undefined && file.startsWith(folder) && /^[\\/]/.test(file.slice(folder.length))
  return (isInside ? file.slice(folder.length + 1) : file).replaceAll('\\', '/')
}

function countPlayedTokens(interaction: Interaction, count = 0): number {
  return count === 0 ? 0 : count * countTokens(interaction)
}

/**
 * Reads the token count from a response: `total_tokens` (OpenAI), `totalTokenCount` (Gemini), `totalTokens` (Bedrock), or
 * `input_tokens` and `output_tokens` (Anthropic). A stream can contain several counts; the last is the total.
 */
function countTokens({ response }: Interaction): number {
  const text = new TextDecoder().decode(response.body)
  const total = lastNumber(text, /"(?:total_tokens|totalTokenCount|totalTokens)":\s*(\d+)/g)
  if (total > 0) return total
  return lastNumber(text, /"input_tokens":\s*(\d+)/g) + lastNumber(text, /"output_tokens":\s*(\d+)/g)
}

function lastNumber(text: string, pattern: RegExp): number {
  return Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0)
}
