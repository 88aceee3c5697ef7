import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import type { Interaction } from '../cassette.ts'
import { assertInteraction, checkHooks, type Hook, runHook } from './hooks.ts'

const [interaction] = buildCassette({}).interactions as [Interaction]
const run = (hook: unknown) => runHook({ beforeSave: hook as Hook }, 'beforeSave', interaction)

test('without a hook, an interaction stays as it is', () => {
  expect(runHook(undefined, 'beforeSave', interaction)).toBe(interaction)
  expect(runHook({}, 'beforeSave', interaction)).toBe(interaction)
})

test('a hook keeps, replaces or drops an interaction', () => {
  const replacement = { ...interaction }
  expect(run(() => undefined)).toBe(interaction)
  expect(run(() => replacement)).toBe(replacement)
  expect(run(() => null)).toBeUndefined()
})

test('a hook gets the interaction as a member of its one argument', () => {
  let received: unknown
  run((input: unknown) => {
    received = input
  })
  expect(received).toEqual({ interaction })
})

test('what a hook throws is not changed', () => {
  const error = new Error('from the hook')
  expect(() =>
    run(() => {
      throw error
    }),
  ).toThrow(error)
})

test('an asynchronous hook is refused', () => {
  expect(() => run(async () => interaction)).toThrow(
    /"hooks\.beforeSave" returned a promise, and must not be asynchronous/,
  )
})

const { request, response } = interaction
test.each<[string, unknown]>([
  ['a text', 'text'],
  ['an empty object', {}],
  ['no response', { request }],
  ['a body that is a text', { request: { ...request, body: 'text' }, response }],
  ['a response body that is a text', { request, response: { ...response, body: 'text' } }],
  ['headers as an object', { request, response: { ...response, headers: {} } }],
  ['a frame without data', { request, response: { ...response, websocket: { frames: [{ from: 'client', at: 0 }] } } }],
  ['frames as an object', { request, response: { ...response, websocket: { frames: {} } } }],
  ['a status that is a text', { request, response: { ...response, status: '200' } }],
  ['no status text', { request, response: { ...response, statusText: undefined } }],
  ['no method', { request: { ...request, method: undefined }, response }],
  ['a URL object', { request: { ...request, url: new URL(request.url) }, response }],
])('%s instead of an interaction is refused', (_, value) => {
  expect(() => assertInteraction(value, 'redact.transform')).toThrow(
    expect.objectContaining({
      option: 'redact.transform',
      message: expect.stringContaining('returned a value that is not an interaction'),
    }),
  )
})

test('only known hooks that are functions are accepted', () => {
  expect(() =>
    checkHooks({ afterCapture() {}, beforeSave() {}, beforeReplay() {}, onClose() {} }, 'hooks'),
  ).not.toThrow()
  expect(() => checkHooks({ beforeSave: 'text' }, 'hooks')).toThrow(
    /"hooks\.beforeSave" is "text", and must be a function/,
  )
  expect(() => checkHooks({ onSave() {} }, 'hooks')).toThrow(/Unknown option "hooks\.onSave"/)
})
