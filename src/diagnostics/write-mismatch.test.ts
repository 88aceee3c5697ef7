import { expect, test } from 'vitest'
import type { Mismatch, NearestInteraction } from './mismatch.ts'
import { writeMismatch } from './write-mismatch.ts'

const nearest: NearestInteraction = {
  path: 'a.yaml',
  index: 4,
  line: 93,
  method: 'POST',
  url: 'https://api.test/v1',
  results: [
    { matcher: 'method', differences: [] },
    { matcher: 'url', differences: [{ path: 'url.query.page', recorded: '1', received: undefined }] },
    {
      matcher: 'body',
      differences: [
        { path: '$.model', recorded: 'a', received: 'b' },
        { path: '$.n', recorded: 1, received: { x: true } },
      ],
    },
  ],
  recorded: 1,
}

const build = (more: Partial<Mismatch> = {}): Mismatch => ({
  reason: 'never-recorded',
  request: { method: 'POST', url: 'https://api.test/v1' },
  cassettes: [{ path: 'a.yaml', mode: 'replay', interactions: 5, played: 2 }],
  nearest,
  differences: [],
  advice: ['Do this.', 'Or that.'],
  comparison: undefined,
  ...more,
})

test('a mismatch shows the request, the cassettes, each matcher with its differences, and the advice', () => {
  expect(writeMismatch(build())).toBe(`No recorded interaction matches POST https://api.test/v1

  cassette  a.yaml (mode: replay, 2 of 5 played)
  nearest   #4 at a.yaml:93
    method  equal
    url     1 difference
      url.query.page
        recorded  "1"
        received  (absent)
    body    2 differences
      $.model
        recorded  "a"
        received  "b"
      $.n
        recorded  1
        received  {"x":true}

  - Do this.
  - Or that.`)
})

test('an interaction without a line is shown by its file, and one whose URL is not valid without matchers', () => {
  const text = writeMismatch(build({ nearest: { ...nearest, line: undefined, url: '<BASE>/v1', results: [] } }))
  expect(text.split('\n').slice(2, 6)).toEqual([
    '  cassette  a.yaml (mode: replay, 2 of 5 played)',
    '  nearest   #4 at a.yaml',
    '    POST <BASE>/v1 (not a URL: nothing can match it)',
    '',
  ])
})

test('the first line alone tells what happened', () => {
  const cassettes = ['a.yaml', 'b.yaml'].map((path) => ({ path, mode: 'replay', interactions: 1, played: 1 }))
  const headline = (more: Partial<Mismatch>): string | undefined => writeMismatch(build(more)).split('\n')[0]
  expect({
    several: headline({ cassettes }),
    played: headline({ reason: 'already-played', nearest: { ...nearest, recorded: 3 } }),
    empty: headline({ nearest: undefined }),
    long: headline({ request: { method: 'GET', url: `https://api.test/${'x'.repeat(5_000)}` } })?.length,
  }).toEqual({
    several: 'No recorded interaction matches POST https://api.test/v1 in any of 2 cassettes',
    played: 'Already played (3 of 3), and requested again: POST https://api.test/v1',
    empty: 'No recorded interaction matches POST https://api.test/v1: nothing is recorded',
    long: expect.any(Number),
  })
  expect(headline({ request: { method: 'GET', url: `https://api.test/${'x'.repeat(5_000)}` } })?.length).toBeLessThan(
    400,
  )
})

test('an interaction that was already played is called recorded, not nearest', () => {
  const text = writeMismatch(build({ reason: 'already-played' }))
  expect(text).toContain('\n  recorded  #4 at a.yaml:93\n')
})

test('at most eight differences of a matcher and ten cassettes are shown, and the others counted', () => {
  const differences = Array.from({ length: 11 }, (_, index) => ({ path: `$.a${index}`, recorded: 1, received: 2 }))
  const cassettes = Array.from({ length: 12 }, (_, index) => ({
    path: `${index}.yaml`,
    mode: 'replay',
    interactions: 1,
    played: 0,
  }))
  const shown = (count: { differences: number; cassettes: number }): string[] =>
    writeMismatch(
      build({
        nearest: {
          ...nearest,
          results: [{ matcher: 'body', differences: differences.slice(0, count.differences) }],
        },
        cassettes: cassettes.slice(0, count.cassettes),
      }),
    ).match(/^ +(?:\$\.a\d+|cassette {2}\d+\.yaml|…)[^(\n]*/gm) ?? []
  expect(shown({ differences: 11, cassettes: 12 }).map((line) => line.trim())).toEqual([
    ...cassettes.slice(0, 10).map(({ path }) => `cassette  ${path}`),
    '… and 2 more',
    ...differences.slice(0, 8).map(({ path }) => path),
    '… and 3 more',
  ])
  expect(shown({ differences: 8, cassettes: 10 }).filter((line) => line.includes('…'))).toEqual([])
})

test('control characters of a request or a recording are escaped', () => {
  const differences = [{ path: '$.\u001b[2J', recorded: 'a', received: 'b' }]
  const text = writeMismatch(build({ nearest: { ...nearest, results: [{ matcher: 'body', differences }] } }))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested.
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
})
