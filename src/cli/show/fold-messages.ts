import { createHash } from 'node:crypto'
import { writeJson } from '../../json/write-json.ts'
import type { Message } from '../../llm/conversation.ts'

/** The messages of a request that no interaction before it has. */
export interface FoldedMessages {
  /** The number of messages at the beginning that an earlier interaction has, too. */
  readonly repeated: number
  /** The index of that interaction. */
  readonly from: number | undefined
  readonly rest: readonly Message[]
}

/**
 * Creates a function that finds the messages of a request that were already shown: an agent sends its whole history with each request.
 * It is called once for each interaction, in their order.
 */
export function createMessageFolder(): (messages: readonly Message[], index: number) => FoldedMessages {
  const owners = new Map<string, number>()
  return (messages, index) => {
    let digest = ''
    let repeated = 0
    let from: number | undefined
    for (const [place, message] of messages.entries()) {
      // The digest of a message includes all before it.
      digest = createHash('sha256').update(digest).update(writeJson(message)).digest('base64')
      const owner = owners.get(digest)
      if (owner === undefined) owners.set(digest, index)
      else if (repeated === place) {
        repeated++
        from = owner
      }
    }
    return { repeated, from, rest: messages.slice(repeated) }
  }
}
