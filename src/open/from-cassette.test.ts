import { setupServer } from 'msw/node'
import { expect, onTestFinished, test } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { globalSlot } from '../platform/global-slot.ts'
import { cassetteDefaults } from '../session/cassette-defaults.ts'
import { fromCassette } from './from-cassette.ts'

/** Starts a server with these handlers, and returns how it answers a request several times. */
async function answers(handlers: ReturnType<typeof fromCassette>, urls: readonly string[]): Promise<string[]> {
  const server = setupServer(...handlers)
  server.listen({ onUnhandledFrame: 'error' })
  onTestFinished(() => server.close())
  const texts: string[] = []
  for (const url of urls) {
    const response = await fetch(url)
    texts.push(response.ok ? await response.text() : String(response.status))
  }
  return texts
}

const twice = buildCassette({ response: 'first' }, { response: 'second' })
const OTHER = 'https://other.test/'

test('recordings are played in order, and the last one repeats', async () => {
  const handlers = fromCassette(twice, { mode: 'replay' })
  expect(await answers(handlers, [CHAT, CHAT, CHAT, CHAT])).toEqual(['first', 'second', 'second', 'second'])
})

test('each of several cassettes has a handler, and answers for its own hosts', async () => {
  const other = buildCassette({ url: OTHER, response: 'other' })
  const handlers = fromCassette([twice, other], { mode: 'replay' })
  expect(handlers.flatMap((handler) => ('info' in handler ? handler.info.header : []))).toEqual([
    'cassette test.yaml',
    'cassette test.yaml',
  ])
  expect(await answers(handlers, [CHAT, OTHER, `${CHAT}/missing`])).toEqual(['first', 'other', '400'])
})

test('an option comes before the defaults of a setup file, and those before the defaults of fromCassette', async () => {
  onTestFinished(() => globalSlot('defaults/1').set(undefined))
  cassetteDefaults({ repeat: 'none' })
  expect(await answers(fromCassette(twice, { mode: 'replay' }), [CHAT, CHAT, CHAT])).toEqual(['first', 'second', '400'])
  expect(await answers(fromCassette(twice, { mode: 'replay', repeat: 'all' }), [CHAT, CHAT, CHAT])).toEqual([
    'first',
    'second',
    'first',
  ])
})

test.each([[twice], [[]]])('a wrong option is refused, with any number of cassettes', (source) => {
  expect(() => fromCassette(source as never, { repeat: 'twice' as never })).toThrow(
    expect.objectContaining({ code: 'cassette_option', option: 'repeat' }),
  )
})

test('no cassette has no handler', () => {
  expect(fromCassette([])).toEqual([])
})
