import { expect, test } from 'vitest'
import { CassetteOptionError } from '../errors/errors.ts'
import { checkCassette } from './check-cassette.ts'

const plain = () => ({
  interactions: [
    {
      request: { method: 'GET', url: 'https://api.example/', headers: [['accept', '*/*']], body: new Uint8Array() },
      response: { status: 200, statusText: 'OK', headers: [], body: new Uint8Array() },
    },
  ],
})

/** A conversation with every member that can be absent. */
const complete = () => ({
  interactions: [
    {
      request: { method: 'GET', url: 'wss://api.example/', headers: [], body: new Uint8Array() },
      response: {
        status: 101,
        statusText: '',
        headers: [],
        body: new Uint8Array(),
        duration: 12.5,
        uncompressed: true,
        chunks: [{ size: 0, time: 0 }],
        openEnd: { after: 3 },
        websocket: {
          frames: [
            { from: 'client', at: 0, data: 'hi' },
            { from: 'server', at: 1, data: new Uint8Array(1) },
          ],
          close: { from: 'server', code: 1005, reason: '' },
        },
      },
      recordedAt: new Date(0),
      recordedBy: 'msw-cassette/1.0.0 sha256:00',
      sample: 1,
    },
  ],
})

test('accepts cassettes with all members, and with those that can be absent left out', () => {
  expect(() => checkCassette(plain(), 'source')).not.toThrow()
  expect(() => checkCassette(complete(), 'source')).not.toThrow()
  expect(() => checkCassette({ interactions: [], added: 1 }, 'source')).not.toThrow()
})

/** Puts a value in the place of a member, whose path has dots and indexes. */
function changed(path: string, value: unknown): object {
  const cassette: object = complete()
  const names = path.split('.')
  const last = names.pop() ?? ''
  const owner = names.reduce<object>((object, name) => Reflect.get(object, name), cassette)
  Reflect.set(owner, last, value)
  return cassette
}

const [request, response, websocket] = ['request', 'response', 'response.websocket'].map(
  (name) => `interactions.0.${name}`,
)

test.each([
  ['interactions', undefined, 'undefined, and must be a list'],
  ['interactions.0', null, 'null, and must be an object'],
  [request, 'GET', '"GET", and must be an object'],
  [`${request}.method`, undefined, 'undefined, and must be a string'],
  [`${request}.url`, new URL('https://api.example/'), 'and must be a string'],
  [`${request}.headers`, { accept: '*/*' }, '{"accept":"*/*"}, and must be a list'],
  [`${request}.headers.0`, ['accept'], '["accept"], and must be a pair of two strings: a name and a value'],
  [`${request}.headers.0`, ['a', 1], '["a",1], and must be a pair of two strings: a name and a value'],
  [`${request}.body`, 'text', '"text", and must be a Uint8Array'],
  [response, undefined, 'undefined, and must be an object'],
  [`${response}.status`, '200', '"200", and must be a whole number from 0 to 599'],
  [`${response}.status`, 600, '600, and must be a whole number from 0 to 599'],
  [`${response}.status`, -1, '-1, and must be a whole number from 0 to 599'],
  [`${response}.statusText`, undefined, 'undefined, and must be a string'],
  [`${response}.body`, new ArrayBuffer(1), 'and must be a Uint8Array'],
  [`${response}.duration`, Number.NaN, 'NaN, and must be a number of milliseconds'],
  [`${response}.duration`, -1, '-1, and must be a number of milliseconds'],
  [`${response}.uncompressed`, 'yes', '"yes", and must be a boolean'],
  [`${response}.chunks`, 3, '3, and must be a list'],
  [`${response}.chunks.0.size`, 1.5, `1.5, and must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`],
  [`${response}.chunks.0.time`, '3', '"3", and must be a number of milliseconds'],
  [`${response}.openEnd.after`, undefined, 'undefined, and must be a number of milliseconds'],
  [`${websocket}.frames`, undefined, 'undefined, and must be a list'],
  [`${websocket}.frames.0.at`, '0', '"0", and must be a number of milliseconds'],
  [`${websocket}.frames.0.from`, 'me', `"me", and must be 'client' or 'server'`],
  [`${websocket}.frames.1.data`, 7, '7, and must be a string or a Uint8Array'],
  [`${websocket}.close.code`, 65_536, '65536, and must be a whole number from 0 to 65535'],
  [`${websocket}.close.reason`, undefined, 'undefined, and must be a string'],
  ['interactions.0.recordedAt', '2026-01-01', '"2026-01-01", and must be a valid Date'],
  ['interactions.0.recordedAt', new Date('never'), 'and must be a valid Date'],
  ['interactions.0.recordedBy', 1, '1, and must be a string'],
  ['interactions.0.sample', 101, '101, and must be a whole number from 0 to 100'],
])('refuses %s: %o', (path = '', value, expected) => {
  const option = `source.${path.replaceAll(/\.(\d+)/g, '[$1]')}`
  expect(() => checkCassette(changed(path, value), 'source')).toThrow(
    expect.objectContaining({ constructor: CassetteOptionError, option, message: expect.stringContaining(expected) }),
  )
})

test('refuses a value that is no object', () => {
  expect(() => checkCassette(undefined, 'cassette')).toThrow(
    'The option "cassette" is undefined, and must be an object.',
  )
})

test('does not decode what a reader decodes on access', () => {
  const cassette = plain()
  Object.defineProperty(cassette.interactions[0]?.response, 'body', {
    get: () => {
      throw new Error('decoded')
    },
  })
  expect(() => checkCassette(cassette, 'source')).not.toThrow()
})
