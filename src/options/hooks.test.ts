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
test.each<[value: unknown, found: string]>([
  ['text', 'the value "text", and must be an object'],
  [{}, 'an interaction whose request is undefined, and must be an object'],
  [{ request }, 'an interaction whose response is undefined, and must be an object'],
  [
    { request: { ...request, body: 'text' }, response },
    'an interaction whose request.body is "text", and must be a Uint8Array',
  ],
  [
    { request, response: { ...response, status: Number.NaN } },
    'an interaction whose response.status is NaN, and must be a whole number from 0 to 599',
  ],
  [
    { request, response: { ...response, websocket: { frames: [{ from: 'client', at: 0 }] } } },
    'an interaction whose response.websocket.frames[0].data is undefined, and must be a string or a Uint8Array',
  ],
])('refuses %j instead of an interaction', (value, found) => {
  expect(() => assertInteraction(value, 'redact.transform')).toThrow(
    expect.objectContaining({
      option: 'redact.transform',
      message: `The function "redact.transform" returned ${found}. Return an interaction, or nothing to keep it as it is.`,
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
