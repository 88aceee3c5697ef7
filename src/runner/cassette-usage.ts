import type { Interaction } from '../cassette.ts'
import type { Session } from '../session.ts'

/** What one run of a test did with its cassette: plain data, which goes from a worker to the report. */
export interface CassetteUsage {
  /** The cassette, relative to the working directory, with slashes: another machine may merge the reports. */
  readonly file: string
  /** The places of the interactions that were played, counted from 0. */
  readonly played: readonly number[]
  /** How many interactions the cassette held when the test began. */
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
  const { interactions } = session.cassette
  const played = new Set(session.played)
  return {
    file: relativePath(file),
    played: interactions.flatMap((interaction, index) => (played.has(interaction) ? [index] : [])),
    total: interactions.length,
    recorded: recordings === 'saved' ? session.recorded.length : 0,
    tokens: session.played.reduce((sum, interaction) => sum + countTokens(interaction), 0),
  }
}

function relativePath(file: string): string {
  const folder = globalThis.process?.cwd?.()
  const isInside = folder !== undefined && file.startsWith(folder) && /^[\\/]/.test(file.slice(folder.length))
  return (isInside ? file.slice(folder.length + 1) : file).replaceAll('\\', '/')
}

/**
 * What providers call the tokens of an answer: `total_tokens` (OpenAI), `totalTokenCount` (Gemini), or `input_tokens` and
 * `output_tokens` (Anthropic). Streams repeat them; the last is the whole.
 */
function countTokens({ response }: Interaction): number {
  const text = new TextDecoder().decode(response.body)
  const total = lastNumber(text, /"(?:total_tokens|totalTokenCount)":\s*(\d+)/g)
  if (total > 0) return total
  return lastNumber(text, /"input_tokens":\s*(\d+)/g) + lastNumber(text, /"output_tokens":\s*(\d+)/g)
}

function lastNumber(text: string, pattern: RegExp): number {
  return Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0)
}
