import { given, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { Protocol } from '../protocol.ts'
import { readItemParts } from './openai-responses-items.ts'

/** Moderations of OpenAI and Mistral. */
export const moderation = {
  name: 'openai-moderation',
  operation: 'moderation',
  path: /\/(?:chat\/)?moderations$/,
  isRequest: (request) => 'input' in request,
  isAnswer: (answer) => objectsOf(answer, 'results').some((result) => objectOf(result, 'categories') !== undefined),
  readRequest: (request) => ({
    ...given({ model: textOf(request, 'model') }),
    tools: [],
    messages: [{ role: 'user', parts: readItemParts({ content: request.input }) }],
  }),
  readAnswer: (answer) =>
    given({
      model: textOf(answer, 'model'),
      answers: objectsOf(answer, 'results').map((value) => ({
        parts: [{ kind: 'other' as const, type: 'moderation', value }],
      })),
    }),
} as const satisfies Protocol
