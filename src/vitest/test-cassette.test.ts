import { expect, test } from 'vitest'
import { blockMetas } from './block-metas.ts'
import { testCassette } from './test-cassette.ts'

const TEST = { file: '/app/a.test.ts', name: 'chat > says hi' }
const BY_TEST = '/app/__cassettes__/a.test.ts/chat-says-hi.yaml'

test.each([
  [undefined, undefined],
  [false, undefined],
  [true, { file: BY_TEST, naming: 'by-test' }],
  [{ mode: 'replay' as const }, { file: BY_TEST, naming: 'by-test' }],
  ['greeting', { file: '/app/__cassettes__/a.test.ts/greeting.yaml', naming: 'by-name' }],
  ['fixtures/greeting.yaml', { file: 'fixtures/greeting.yaml', naming: 'by-name' }],
  [{ name: 'gpt-4.1' }, { file: '/app/__cassettes__/a.test.ts/gpt-4-1.yaml', naming: 'by-name' }],
])('the cassette for the metadata %j is %j', (meta, expected) => {
  const cassette = testCassette(TEST, meta)
  expect(cassette && { file: cassette.file, naming: cassette.naming }).toEqual(expected)
})

test('with auto, every test has a cassette, except those that refuse it', () => {
  expect(testCassette(TEST, undefined, { auto: true })?.file).toBe(BY_TEST)
  expect(testCassette(TEST, false, { auto: true })).toBeUndefined()
})

test('only a test that requests its cassette itself needs its file', () => {
  const verdict = (...args: Parameters<typeof testCassette>) => {
    const { requestedBy, ifMissing } = testCassette(...args) ?? {}
    return { requestedBy, ifMissing }
  }
  expect(verdict(TEST, true)).toEqual({ requestedBy: 'test', ifMissing: 'throw' })
  expect(verdict(TEST, true, {}, [], 'inherited')).toEqual({ requestedBy: 'group', ifMissing: 'empty' })
  expect(verdict(TEST, undefined, { auto: true })).toEqual({ requestedBy: 'group', ifMissing: 'empty' })
})

test('the layers of options go from the plugin to the test, without what is not an option of the session', () => {
  const cassette = testCassette(
    TEST,
    { name: 'x', onFailure: 'save', mode: 'replay' },
    { auto: true, server: 'own', tags: ['llm'], timing: 'recorded', onFailure: 'discard' },
    ['outer', { repeat: 'all' }],
  )
  expect(cassette?.layers).toEqual([{ timing: 'recorded' }, {}, { repeat: 'all' }, { mode: 'replay' }])
})

test('the most specific `onFailure` applies', () => {
  const onFailure = (...args: Parameters<typeof testCassette>) => testCassette(...args)?.onFailure
  expect([
    onFailure(TEST, true),
    onFailure(TEST, true, { onFailure: 'save' }),
    onFailure(TEST, true, { onFailure: 'discard' }, [{ onFailure: 'save' }]),
    onFailure(TEST, { onFailure: 'discard' }, {}, [{ onFailure: 'save' }]),
  ]).toEqual(['discard', 'save', 'save', 'discard'])
})

test('the metadata of blocks comes from the outermost, and that of a block without its own is not repeated', () => {
  const options = { repeat: 'all' as const }
  const file = { meta: {} }
  const outer = { suite: file, meta: { cassette: options } }
  const inherited = { suite: outer, meta: { cassette: options } }
  const inner = { suite: inherited, meta: { cassette: 'name' } }
  expect([blockMetas(undefined), blockMetas(file), blockMetas(inner)]).toEqual([[], [], [options, 'name']])
})
