import Anthropic from '@anthropic-ai/sdk'
import type { Interaction } from 'msw-cassette'
import OpenAI from 'openai'
import { toPlainBody } from '../../src/body/plain-body.ts'
import { findHeader } from '../../src/cassette.ts'

/** The SDKs whose stream helpers assemble the answer of a protocol. */
const helpers: Partial<Record<string, (fetch: typeof globalThis.fetch, body: unknown) => Promise<object>>> = {
  'openai-chat': (fetch, body) =>
    new OpenAI({ apiKey: 'test', maxRetries: 0, fetch }).chat.completions.stream(body as never).finalChatCompletion(),
  'openai-responses': (fetch, body) =>
    new OpenAI({ apiKey: 'test', maxRetries: 0, fetch }).responses.stream(body as never).finalResponse(),
  'anthropic-messages': (fetch, body) =>
    new Anthropic({ apiKey: 'test', maxRetries: 0, fetch }).messages.stream(body as never).finalMessage(),
}

/** Whether a recorded response is a stream whose protocol has an SDK with a stream helper. */
export function hasStreamHelper(protocol: string, { response }: Interaction): boolean {
  const isEvents = findHeader(response.headers, 'content-type')?.includes('event-stream') === true
  return protocol in helpers && isEvents && response.status === 200
}

/**
 * Plays a recorded stream to the SDK of its protocol, and returns the answer that the stream helper of the SDK assembles.
 *
 * @throws the error of the SDK, such as for a stream that was cut
 */
export async function assembleWithSdk(protocol: string, { request, response }: Interaction): Promise<object> {
  const body: unknown = JSON.parse(new TextDecoder().decode(toPlainBody(request.body, '')))
  const helper = helpers[protocol]
  if (!helper) throw new Error(`No SDK assembles ${protocol}.`)
  const play = async (): Promise<Response> =>
    new Response(toPlainBody(response.body, findHeader(response.headers, 'content-encoding') ?? ''), {
      headers: { 'content-type': 'text/event-stream' },
    })
  return helper(play, body)
}

/** The interaction as it would be if the answer had not been streamed. */
export function withAnswer(interaction: Interaction, answer: object): Interaction {
  const body = new TextEncoder().encode(JSON.stringify(answer))
  const headers = [['Content-Type', 'application/json']] as const
  return { ...interaction, response: { ...interaction.response, headers, body } }
}
