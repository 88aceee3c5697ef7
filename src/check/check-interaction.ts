import type { Interaction } from '../cassette.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { readConversation } from '../llm/read-conversation.ts'
import { compareShapes, type Drift } from './compare-shapes.ts'
import type { LiveRequest } from './live-request.ts'
import { shapeOf } from './shape.ts'

/** In ms. A model can think for minutes. */
const TIMEOUT = 300_000

/**
 * Tells whether sending a request again changes nothing but the bill: a question to a model, or a read. A recorded error is not
 * expected to happen again.
 */
export function canBeSentAgain(interaction: Interaction): boolean {
  const { request, response } = interaction
  if (response.status < 200 || response.status >= 400) return false
  return ['GET', 'HEAD'].includes(request.method) || readConversation(interaction)?.operation !== undefined
}

/** Sends a request, and compares the answer with the recorded one. */
export async function checkInteraction(
  recorded: Interaction,
  { url, init }: Extract<LiveRequest, { kind: 'request' }>,
): Promise<Drift[]> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT) })
    const body = new Uint8Array(await response.arrayBuffer())
    // `fetch` has decompressed the body.
    const headers = [...response.headers].filter(([name]) => name !== 'content-encoding')
    const { status, statusText } = response
    return compareShapes(shapeOf(recorded), shapeOf({ ...recorded, response: { status, statusText, headers, body } }))
  } catch (error) {
    return [{ severity: 'error', message: `the provider did not answer: ${describeCause(error)}` }]
  }
}
