import type { WebSocket } from 'ws'
import { answerQuestion } from './answer-chat.ts'

/** Speaks as much of OpenAI's Realtime API as the examples need. */
export function answerRealtime(socket: WebSocket): void {
  const send = (event: object): void => socket.send(JSON.stringify(event))
  send({ type: 'session.created', event_id: 'event_1', session: { type: 'realtime', id: 'sess_1' } })
  socket.on('message', (data) => {
    const { type, response } = JSON.parse(String(data))
    if (type !== 'response.create') return
    const text = answerQuestion(response.instructions)
    for (const delta of text.match(/\S+\s*/g) ?? [])
      send({ type: 'response.output_text.delta', event_id: 'event_2', response_id: 'resp_1', delta })
    send({ type: 'response.output_text.done', event_id: 'event_3', response_id: 'resp_1', text })
  })
}
