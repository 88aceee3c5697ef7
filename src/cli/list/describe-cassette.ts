import type { Cassette, Interaction } from '../../cassette.ts'
import { given } from '../../json/members.ts'
import { readConversation } from '../../llm/read-conversation.ts'

/** A cassette in the output of `list --json`. Its members are described in `docs/commands.md`. */
export interface ListedCassette {
  readonly path: string
  readonly format: string
  readonly interactions: number
  /** Those of the interactions that are WebSockets; absent if there are none. */
  readonly webSockets?: { readonly connections: number; readonly frames: number }
  /** The size of the file. */
  readonly bytes: number
  /** The date of the oldest interaction, in ISO form; absent if the cassette has no dates. */
  readonly recordedAt?: string
  readonly hosts: readonly string[]
  readonly models: readonly string[]
  readonly expiry: 'expired' | 'current'
}

/**
 * Collects the facts about a cassette.
 *
 * @param limit the earliest date of an interaction that has not expired; default: none
 */
export function describeCassette(
  { format, interactions }: Cassette,
  file: { readonly path: string; readonly bytes: number },
  limit?: Date,
): ListedCassette {
  const dates = interactions.flatMap(({ recordedAt }) => (isValid(recordedAt) ? [recordedAt.getTime()] : []))
  const oldest = dates.length === 0 ? undefined : new Date(dates.reduce((a, b) => Math.min(a, b)))
  return {
    path: file.path,
    format,
    interactions: interactions.length,
    ...given({ webSockets: countWebSockets(interactions) }),
    bytes: file.bytes,
    ...(oldest ? { recordedAt: oldest.toISOString() } : {}),
    hosts: unique(interactions.map(({ request }) => hostOf(request.url))),
    models: unique(interactions.map((interaction) => readConversation(interaction)?.model)),
    expiry: oldest && limit && oldest < limit ? 'expired' : 'current',
  }
}

function countWebSockets(interactions: readonly Interaction[]): ListedCassette['webSockets'] {
  const conversations = interactions.flatMap(({ response }) => response.websocket ?? [])
  if (conversations.length === 0) return undefined
  return {
    connections: conversations.length,
    frames: conversations.reduce((sum, { frames }) => sum + frames.length, 0),
  }
}

function isValid(date: Date | undefined): date is Date {
  return date !== undefined && !Number.isNaN(date.getTime())
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined
}

/** The values that are known, sorted. */
function unique(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))].sort()
}
