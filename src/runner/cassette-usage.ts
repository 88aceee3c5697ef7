import type { Interaction } from '../cassette.ts'
import type { Session } from '../session/session.ts'

/** What one run of a test did with its cassette: plain data, which goes from a worker to the report. */
export interface CassetteUsage {
  /** The cassette, relative to the working directory, with slashes: another machine may merge the reports. */
  readonly file: string
  /** The places of the interactions that were played, counted from 0. */
  readonly played: readonly number[]
  /** How many calls they answered: an interaction may be played more than once. */
  readonly calls: number
  /** Whether the file was there when the test began. */
  readonly before: 'found' | 'missing'
  /** How many interactions it held, unless it was to be recorded anew. */
  readonly total: number
  /** How many were recorded and saved. */
  readonly recorded: number
  /** How many tokens the replayed answers say they cost. */
  readonly tokens: number
}

/**
 * Sums up what a test did with its cassette.
 *
 * @param session the session of the test
 * @param file the cassette's path
 * @param recordings whether what it recorded was saved
 */
export function cassetteUsage(session: Session, file: string, recordings: 'saved' | 'discarded'): CassetteUsage {
  const { plays } = session
  const { interactions } = session.cassette
  return {
    file: relativePath(file),
    played: plays.flatMap((count, index) => (count > 0 ? [index] : [])),
    calls: plays.reduce((sum, count) => sum + count, 0),
    before: session.fileBefore,
    total: interactions.length,
    recorded: recordings === 'saved' ? session.recorded.length : 0,
    tokens: interactions.reduce((sum, interaction, index) => sum + countPlayed(interaction, plays[index]), 0),
  }
}

/** Relative to the working directory, with slashes, where the path is inside of it. */
export function relativePath(file: string): string {
  const folder = globalThis.process?.cwd?.()
  const isInside = folder !== undefined && file.startsWith(folder) && /^[\\/]/.test(file.slice(folder.length))
  return (isInside ? file.slice(folder.length + 1) : file).replaceAll('\\', '/')
}

function countPlayed(interaction: Interaction, count = 0): number {
  return count === 0 ? 0 : count * countTokens(interaction)
}

/**
 * What providers call the tokens of an answer: `total_tokens` (OpenAI), `totalTokenCount` (Gemini), `totalTokens` (Bedrock), or `input_tokens` and
 * `output_tokens` (Anthropic). Streams repeat them; the last is the whole.
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
