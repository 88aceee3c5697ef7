import { expect, test } from 'vitest'
import { buildCassette } from '../../../test/build-cassette.ts'
import { buildFrames } from '../../../test/build-frames.ts'
import { chatExchange } from '../../../test/cli/chat-exchange.ts'
import { readConversation } from '../../llm/read-conversation.ts'
import { factsOf, showUrl, typeOf } from './facts.ts'

test('an exchange has only the facts that are known', () => {
  const [interaction] = buildCassette({ method: 'POST', url: 'https://a.test/x', status: 204 }).interactions
  expect(interaction && factsOf(interaction, 3, undefined)).toEqual({
    index: 3,
    method: 'POST',
    url: 'https://a.test/x',
    status: 204,
  })
})

test('a conversation has a model and its tokens, and a timed response its times', () => {
  const exchange = { ...chatExchange({ tokens: 9 }), duration: 412 }
  const [interaction] = buildCassette(exchange).interactions
  expect(interaction && factsOf({ ...interaction, sample: 2 }, 0, readConversation(interaction))).toEqual({
    index: 0,
    method: 'POST',
    url: 'https://api.openai.com/v1/chat/completions',
    model: 'gpt-5-mini',
    status: 200,
    total: 412,
    tokens: 21,
    sample: 2,
  })
})

test('a stream has the time of its first event', () => {
  const body = 'data: 1\n\ndata: 2\n\n'
  const chunks = [
    { size: 9, time: 40 },
    { size: 9, time: 90 },
  ]
  const [interaction] = buildCassette({ response: body, type: 'text/event-stream', duration: 100, chunks }).interactions
  const { total, firstEvent } = (interaction && factsOf(interaction, 0, undefined)) ?? {}
  expect({ total, firstEvent }).toEqual({ total: 190, firstEvent: 140 })
})

test('a WebSocket has a number of frames', () => {
  const [interaction] = buildFrames({ frames: ['> a', '< b', '< c'] }).interactions
  expect(interaction && factsOf(interaction, 0, undefined)).toMatchObject({ status: 101, frames: 3 })
})

test('no credential of a URL is shown', () => {
  const [interaction] = buildCassette({ url: 'https://me:pass-word@a.test/x?api_key=abcdef123456&q=1' }).interactions
  const { url } = (interaction && factsOf(interaction, 0, undefined)) ?? {}
  expect(url).toBe('https://[secret]@a.test/x?api_key=[secret]&q=1')
})

test('a line shows a URL without the usual scheme, and a long one cut', () => {
  expect([showUrl('https://a.test/x'), showUrl('http://a.test/x'), showUrl('wss://a.test/')]).toEqual([
    'a.test/x',
    'http://a.test/x',
    'wss://a.test/',
  ])
  expect(showUrl(`https://a.test/${'x'.repeat(500)}`)).toBe(`a.test/${'x'.repeat(193)}…`)
})

test('the type of a message has no parameters', () => {
  expect(typeOf({ headers: [['content-TYPE', 'Application/JSON ; charset=utf-8']] })).toBe('Application/JSON')
  expect(typeOf({ headers: [] })).toBe('')
})
