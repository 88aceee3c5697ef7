import {
  chatAnswer,
  chatDeltas,
  cut,
  eventsAnswer,
  jsonAnswer,
  jsonRequest,
  messageDeltas,
  prompt,
  receives,
  sends,
} from './carriers.ts'
import type { Place, Step } from './place.ts'
import { assignmentSnippets, bareSnippets, escapedSnippets, otherSnippets, type Snippet } from './text-snippets.ts'

type Carrier = (text: string) => readonly Step[]

/** Places for text in a request, from a prompt to the result of a tool. */
const requestCarriers: Readonly<Record<string, Carrier>> = {
  'a prompt': (text) => sends(prompt(text)),
  'a system prompt': (text) =>
    sends(jsonRequest({ model: 'claude-haiku-4-5', system: [{ type: 'text', text }], messages: [] })),
  'the result of a tool': (text) =>
    sends(
      jsonRequest({
        messages: [{ role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_7', content: text }] }],
      }),
    ),
  'a plain body': (text) => sends({ headers: { 'content-type': 'text/plain' }, body: text }),
}

/** Places for text in a response, whole and in deltas. */
const responseCarriers: Readonly<Record<string, Carrier>> = {
  'an answer': (text) => receives(chatAnswer(text)),
  'an answer in deltas': (text) => receives(chatDeltas(text)),
  'an answer in deltas of Anthropic': (text) => receives(messageDeltas(text)),
  'a plain response': (text) => receives({ headers: { 'content-type': 'text/plain' }, body: text }),
  'the result of an MCP tool': (text) =>
    receives(eventsAnswer([{ jsonrpc: '2.0', id: 1, result: { content: [{ type: 'text', text }] } }])),
  'the arguments of a tool in deltas': (text) =>
    receives(
      eventsAnswer(
        cut(JSON.stringify({ path: 'a.txt', content: text })).map((partial_json) => ({
          type: 'content_block_delta',
          index: 1,
          delta: { type: 'input_json_delta', partial_json },
        })),
      ),
    ),
  'lines of JSON in deltas': (text) =>
    receives({
      headers: { 'content-type': 'application/x-ndjson' },
      body: cut(text).map((content) => `${JSON.stringify({ model: 'llama3.2', message: { content }, done: false })}\n`),
    }),
  'an error': (text) => receives(jsonAnswer({ error: { type: 'invalid_request_error', message: text } }, 400)),
}

/** Texts with a name before an equals sign or a colon. The snippets rotate through the places of requests and of responses. */
export const assignmentPlaces: readonly Place[] = [
  ...combine(assignmentSnippets, { reach: 'text', fits: 'line' }),
  ...combine(escapedSnippets, { reach: 'text' }),
]

/** Texts in which something else connects the name with the value. */
export const otherTextPlaces: readonly Place[] = combine(otherSnippets, { reach: 'text', fits: 'line' })

/** Texts without a name. */
export const bareTextPlaces: readonly Place[] = combine(bareSnippets, { reach: 'bare' })

function combine(snippets: Readonly<Record<string, Snippet>>, common: Pick<Place, 'reach' | 'fits'>): Place[] {
  return Object.entries(snippets).flatMap(([title, snippet], index) =>
    [requestCarriers, responseCarriers].map((carriers): Place => {
      const list = Object.entries(carriers)
      const [where, carry] = list[index % list.length] as [string, Carrier]
      return { ...common, name: `${title} in ${where}`, steps: (input) => carry(snippet(input)) }
    }),
  )
}
