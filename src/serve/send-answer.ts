import type { ServerResponse } from 'node:http'
import { sendNodeResponse } from 'srvx/node'
import { isReplayBody } from '../stream/replay-body.ts'
import type { ServedAnswer } from './answer-served.ts'
import { sendReplay } from './send-replay.ts'

/**
 * Sends an answer to the client of a server.
 *
 * @throws the error of an answer that can't be sent
 */
export async function sendAnswer(response: ServerResponse, answer: ServedAnswer): Promise<void> {
  const { body } = answer
  if (isReplayBody(body)) return sendReplay(response, answer, body)
  const sent = sendNodeResponse(response, answer instanceof Response ? answer : new Response(body, answer))
  // The client gets the head before the first event.
  if (response.headersSent) response.flushHeaders()
  await sent
}
