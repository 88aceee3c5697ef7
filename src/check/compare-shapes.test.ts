import { expect, test } from 'vitest'
import type { Interaction } from '../cassette.ts'
import { compareShapes } from './compare-shapes.ts'
import { shapeOf } from './shape.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

function answer(body: string, type = 'application/json', status = 200): Interaction {
  return {
    request: {
      method: 'POST',
      url: 'https://api.openai.com/v1/chat/completions',
      headers: [],
      body: encode('{"model":"m","messages":[]}'),
    },
    response: { status, statusText: '', headers: [['Content-Type', type]], body: encode(body) },
  }
}

const compare = (was: Interaction, is: Interaction): string[] =>
  compareShapes(shapeOf(was), shapeOf(is)).map(({ severity, message }) => `${severity}: ${message}`)

const json = (value: unknown): Interaction => answer(JSON.stringify(value))
const stream = (...events: [name: string, data: unknown][]): Interaction =>
  answer(
    events.map(([name, data]) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`).join(''),
    'text/event-stream',
  )

test.each<[what: string, was: Interaction, is: Interaction, drifts: string[]]>([
  ['other texts and numbers are no drift', json({ id: 'a', n: [1, 2] }), json({ id: 'b', n: [3] }), []],
  ['new members are info', json({ a: 1 }), json({ a: 1, b: { c: 1 } }), ['info: $.b is new: object']],
  [
    'members that are gone are a warning, without their own members',
    json({ a: { b: 1 } }),
    json({}),
    ['warn: $.a is gone'],
  ],
  ['another type is an error', json({ a: '1' }), json({ a: 1 }), ['error: $.a is number, and was string']],
  ['null says nothing about a type', json({ a: null, b: 1 }), json({ a: 'x', b: null }), []],
  ['one of several types is no drift', json({ a: [1, 'x'] }), json({ a: ['x'] }), []],
  [
    'a refusal is an error, and nothing else is compared',
    json({ a: 1 }),
    answer('{"error":{}}', undefined, 401),
    ['error: the status is 401, and was 200'],
  ],
  [
    'another success is a warning',
    json({ a: 1 }),
    answer('{"a":1}', undefined, 201),
    ['warn: the status is 201, and was 200'],
  ],
  [
    'an answer that is no stream any more is an error',
    stream(['a', {}]),
    json({}),
    ['error: the body is json, and was events'],
  ],
  [
    'an event that is gone is an error, and a new one is info',
    stream(['start', {}], ['ping', {}], ['stop', {}]),
    stream(['start', {}], ['delta', { x: 1 }], ['stop', {}]),
    ['error: the event ping is gone', 'info: the event delta is new'],
  ],
  [
    'another order is a warning, and the number of events in a row says nothing',
    stream(['a', {}], ['a', {}], ['b', {}]),
    stream(['b', {}], ['a', {}]),
    ['warn: the events arrive in another order'],
  ],
  [
    'members of events are compared',
    stream(['a', { x: 1 }]),
    stream(['a', { x: '1', y: 1 }]),
    ['info: a.y is new: number', 'error: a.x is string, and was number'],
  ],
  [
    'another finish reason is a warning',
    json({ choices: [{ index: 0, message: { role: 'assistant', content: 'a' }, finish_reason: 'stop' }] }),
    json({ choices: [{ index: 0, message: { role: 'assistant', content: 'a' }, finish_reason: 'length' }] }),
    ['warn: the finish reason is length, and was stop'],
  ],
])('%s', (_what, was, is, drifts) => {
  expect(compare(was, is)).toEqual(drifts)
})
