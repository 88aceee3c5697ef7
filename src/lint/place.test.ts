import { expect, test } from 'vitest'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { readLintedCassette } from './linted-cassette.ts'
import { linesWithoutBodies, locatePlace, type Part, type Place } from './place.ts'

const YAML = `version: 2
interactions:
    - id: 0
      request:
        method: POST
        url: https://api.test/a
        headers:
            X-Key:
            - one
        body: |
            url: not this one
      response:
        code: 200
        headers: {}
        body: ok
    - id: 1
      request:
        method: GET
        url: 'https://api.test/b'
        headers: {}
      response:
        body: ''
        code: 404
`

const read = (text: string) => readLintedCassette(new TextEncoder().encode(text), { file: '/a', path: 'a' })

const at = (index: number, part?: Part, text?: string): Place => ({
  kind: 'interaction',
  index,
  ...(part && { part }),
  ...(text !== undefined && { text }),
})

test.each<[place: Place, line: number, column: number]>([
  [{ kind: 'file' }, 1, 1],
  [{ kind: 'position', line: 7, column: 3 }, 7, 3],
  [at(0), 3, 7],
  [at(0, 'request.url'), 6, 14],
  [at(0, 'request.headers'), 7, 9],
  [at(0, 'request.headers', 'one'), 9, 15],
  [at(0, 'request.body'), 10, 9],
  [at(0, 'request.body', 'not'), 11, 18],
  [at(0, 'response.body'), 15, 15],
  [at(0, 'response.status'), 13, 15],
  [at(1), 16, 7],
  [at(1, 'request.url'), 19, 14],
  [at(1, 'response.status'), 23, 15],
  [at(1, 'request.body'), 17, 7],
])('%j is at %d:%d', (place, line, column) => {
  expect(locatePlace(place, read(YAML))).toEqual({ line, column })
})

test('an interaction of a JSON format has the position of its value', () => {
  const har = stringifyCassette(parseCassette(YAML), { format: 'har' })
  const cassette = read(har)
  const { line } = locatePlace(at(1, 'request.url'), cassette)
  expect(cassette.lines[line - 1]).toContain('https://api.test/b')
})

test('lines without bodies keep their numbers', () => {
  const lines = linesWithoutBodies(read(YAML))
  expect(lines.length).toBe(YAML.split('\n').length)
  expect(lines.flatMap((line, index) => (line === '' ? [index + 1] : []))).toEqual([10, 11, 15, 22, 24])
})
