import type { Answer, SentRequest, Step } from './place.ts'

export const JSON_TYPE = { 'content-type': 'application/json' }
export const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }
const EVENTS_TYPE = { 'content-type': 'text/event-stream' }

/** A request with a JSON body. */
export function jsonRequest(value: unknown, headers: Readonly<Record<string, string>> = {}): SentRequest {
  return { headers: { ...JSON_TYPE, ...headers }, body: typeof value === 'string' ? value : JSON.stringify(value) }
}

/** A response with a JSON body. */
export function jsonAnswer(value: unknown, status = 200): Answer {
  return { status, headers: JSON_TYPE, body: typeof value === 'string' ? value : JSON.stringify(value) }
}

/** A request with a form. */
export function formRequest(fields: Readonly<Record<string, string>>): SentRequest {
  return { headers: FORM_TYPE, body: new URLSearchParams(fields).toString() }
}

/** A response that is a stream of events. */
export function eventsAnswer(events: readonly unknown[]): Answer {
  return {
    headers: EVENTS_TYPE,
    body: events.map((event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`),
  }
}

/** A request to a model with a prompt. */
export function prompt(text: string): SentRequest {
  return jsonRequest({ model: 'gpt-5-mini', messages: [{ role: 'user', content: text }] })
}

/** An answer of a model. */
export function chatAnswer(text: string): Answer {
  return jsonAnswer({
    id: 'chatcmpl-7',
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
  })
}

/** An answer of OpenAI's chat in deltas. */
export function chatDeltas(text: string): Answer {
  return eventsAnswer([
    ...cut(text).map((content) => ({ id: 'chatcmpl-7', choices: [{ index: 0, delta: { content } }] })),
    '[DONE]',
  ])
}

/** An answer of Anthropic's messages in deltas. */
export function messageDeltas(text: string): Answer {
  return eventsAnswer([
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    ...cut(text).map((piece) => ({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text: piece },
    })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_stop' },
  ])
}

/** Cuts a text into pieces of the length of a token. */
export function cut(text: string, length = 5): string[] {
  return text.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? []
}

/** An exchange whose request carries the secret. */
export function sends(request: SentRequest): Step[] {
  return [{ request, answer: jsonAnswer({ ok: true }) }]
}

/** An exchange whose response carries the secret. */
export function receives(answer: Answer): Step[] {
  return [{ request: prompt('Say it.'), answer }]
}
