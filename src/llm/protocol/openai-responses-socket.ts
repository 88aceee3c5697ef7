import { given, objectOf, textOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import type { LiveEvent, LiveProtocol, LiveReading } from '../live-protocol.ts'
import { addUsage } from '../parts/add-usage.ts'
import { TurnList } from '../parts/turn-list.ts'
import type { AnswerReading } from '../protocol.ts'
import { openaiResponses } from './openai-responses.ts'

/** Responses of OpenAI over a WebSocket: each `response.create` is a request, and the events are those of a stream. */
export const openaiResponsesSocket = {
  name: openaiResponses.name,
  isEvent: ({ json }) =>
    (json.type === 'response.create' && openaiResponses.isRequest(json)) ||
    textOf(objectOf(json, 'response'), 'object') === 'response',
  read,
} as const satisfies LiveProtocol

function read(events: readonly LiveEvent[]): LiveReading {
  const turns = new TurnList()
  const tools = new Set<string>()
  let pending: StreamEvent[] = []
  let last: AnswerReading = { answers: [] }
  let model: string | undefined
  const finish = (): void => {
    if (pending.length === 0) return
    const answer = openaiResponses.readAnswer(openaiResponses.stream.assemble(pending))
    for (const each of answer.answers) turns.addAnswer(each)
    last = given({ ...answer, usage: addUsage(last.usage, answer.usage) })
    pending = []
  }
  for (const { from, json } of events) {
    if (from === 'server') pending.push({ name: textOf(json, 'type'), data: '', json })
    else if (json.type === 'response.create') {
      finish()
      const request = openaiResponses.readRequest(json)
      model = request.model ?? model
      for (const tool of request.tools) tools.add(tool)
      for (const message of request.messages) turns.addMessage(message)
    }
  }
  finish()
  return { ...given({ model, ...last }), tools: [...tools], ...turns.read() }
}
