import { expect, test } from 'vitest'
import { captureTerminal } from '../../test/cli/capture-terminal.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import type { Failure } from './command.ts'
import { eachCassette } from './each-cassette.ts'

/** Reads the number that a source contains. */
function read({ text }: { path: string; text: string }): number {
  if (text === 'other') parseCassette('port: 8080\n', { path: 'config.yaml' })
  if (!/^\d+$/.test(text)) throw new Error(`"${text}" is not a number`)
  return Number(text)
}

function run(texts: Readonly<Record<string, string>>, paths = ['.'], toFailed?: (failure: Failure) => number) {
  const failures: Failure[] = []
  const sources = Object.entries(texts).map(([path, text]) => ({ path, text }))
  const { terminal } = captureTerminal()
  const work = eachCassette({
    sources,
    paths,
    verb: 'count',
    failures,
    terminal,
    run: read,
    ...(toFailed && { toFailed }),
  })
  return { results: [...work], failures }
}

test('a cassette that fails is reported, and the others are done', () => {
  expect(run({ a: '1', b: 'x', c: '3' })).toEqual({
    results: [1, 3],
    failures: [{ path: 'b', message: 'Failed to count b: "x" is not a number.' }],
  })
})

test('a failed cassette can have a result', () => {
  const { results, failures } = run({ a: 'x', b: '2' }, ['.'], ({ path }) => path.length)
  expect({ results, failures: failures.length }).toEqual({ results: [1, 2], failures: 1 })
})

test('other files of a folder are skipped silently, as long as one is a cassette', () => {
  expect(run({ 'config.yaml': 'other', b: '2' })).toEqual({ results: [2], failures: [] })
  expect(run({ 'config.yaml': 'other' })).toEqual({
    results: [],
    failures: [{ path: '.', message: 'Failed to find a cassette in .: none of the files there is one.' }],
  })
})

test('a file that the user named is never skipped', () => {
  const { results, failures } = run({ 'config.yaml': 'other' }, ['config.yaml'])
  expect({ results, failures }).toEqual({
    results: [],
    failures: [{ path: 'config.yaml', code: 'cassette_format', message: expect.stringContaining('config.yaml') }],
  })
})

test('without any source there is one failure', () => {
  expect(run({}, ['a', 'b'])).toEqual({
    results: [],
    failures: [{ path: 'a, b', message: 'Failed to find a cassette in a, b: none of the files there is one.' }],
  })
})

test('a cassette is read only when its result is needed', () => {
  const failures: Failure[] = []
  const done: string[] = []
  const work = eachCassette({
    sources: [{ path: 'a' }, { path: 'b' }],
    paths: ['.'],
    verb: 'show',
    failures,
    terminal: captureTerminal().terminal,
    run: ({ path }) => done.push(path),
  })
  expect(done).toEqual([])
  work.next()
  expect(done).toEqual(['a'])
})
