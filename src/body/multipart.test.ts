import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMultipart } from './multipart.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const parse = (text: string, contentType = 'multipart/form-data; boundary=B') =>
  parseMultipart(encode(text), contentType)

test('a body is split into its parts, with the headers sorted and their names in lower case', () => {
  const parts = [
    { headers: ['content-type: text/plain', 'x-a: B:C'], content: 'line 1\r\n\r\nline 2\r\n' },
    { headers: [], content: '--Bx\r\n --B' },
    { headers: ['a: 1'], content: '' },
  ]
  const body = [
    '--B',
    'X-A: B:C',
    'Content-Type: text/plain',
    '',
    'line 1\r\n\r\nline 2\r\n',
    '--B \t',
    '',
    '--Bx\r\n --B',
    '--B',
    'A: 1',
    '',
    '',
    '--B--',
  ]
  expect(parse(body.join('\r\n'))).toEqual(parts)
  expect(parse(`${body.join('\r\n')}\r\n`, '')).toEqual(parts)
})

test('a form without fields has no parts', () => {
  expect(parse('--B--\r\n')).toEqual([])
})

test.each([
  ['has no end', '--B\r\nA: 1\r\n\r\nx'],
  ['has no end after a part', '--B\r\nA: 1\r\n\r\nx\r\n--B\r\nA: 1\r\n\r\ny'],
  ['goes on after its end', '--B\r\nA: 1\r\n\r\nx\r\n--B--\r\nmore'],
  ['has a part after its end', '--B\r\nA: 1\r\n\r\nx\r\n--B--\r\nA: 2\r\n\r\ny\r\n--B--'],
  ['begins with a longer boundary', '--Bx\r\n--B\r\nA: 1\r\n\r\nx\r\n--B--'],
  ['begins with another text', 'x\r\n--B\r\nA: 1\r\n\r\nx\r\n--B--'],
  ['has a part without an empty line', '--B\r\nA: 1\r\nx\r\n--B--'],
  ['has a part with blanks instead of headers', '--B\r\n \r\n\r\nx\r\n--B--'],
  ['has another boundary', '--C\r\nA: 1\r\n\r\nx\r\n--C--'],
  ['is a boundary', '--B'],
  ['is empty', ''],
])('a body that %s is not multipart, and all of it is compared', (_title, body) => {
  expect(parse(body)).toBe(undefined)
})

test('bytes that are not UTF-8 stay bytes', () => {
  const body = Uint8Array.of(...encode('--B\r\n\r\n'), 0xe9, ...encode('\r\n--B--'))
  expect(parseMultipart(body, 'multipart/mixed; boundary="B"')).toEqual([{ headers: [], content: Uint8Array.of(0xe9) }])
})

test('different bodies have different parts, apart from the line endings around them', () => {
  const piece = fc.constantFrom('--B', '--', '\r\n', '\n', 'A: 1', 'x', ' ', '--B--')
  const body = fc.array(piece, { maxLength: 12 }).map((pieces) => `--B\r\n${pieces.join('')}\r\n--B--`)
  const unify = (text: string): string =>
    text
      .replace(/\r\n/g, '\n')
      .replace(/[ \t]+(?=\n|$)/g, '')
      .trimEnd()
  fc.assert(
    fc.property(body, body, (a, b) => {
      const [partsOfA, partsOfB] = [parse(a), parse(b)]
      if (partsOfA && JSON.stringify(partsOfA) === JSON.stringify(partsOfB)) expect(unify(a)).toBe(unify(b))
    }),
    { numRuns: 5000 },
  )
})

test('2 MB of anything are parsed before the test times out', () => {
  const inputs: ((size: number) => string)[] = [
    (size) => `--B\r\n${'a: 1\r\n'.repeat(size / 6)}\r\n--B--`,
    (size) => `--B\r\n\r\n${'\r\n'.repeat(size / 2)}x\r\n--B--`,
    (size) => `--B\r\n\r\n${'--B'.repeat(size / 3)}x\r\n--B--`,
    (size) => `--B\r\n\r\n${'\n--B '.repeat(size / 5)}x\r\n--B--`,
    (size) => `--B${' '.repeat(size)}x`,
    (size) => `--B\r\n\r\nx\r\n--B--${' \t'.repeat(size / 2)}x`,
    (size) => `--B\r\n${'\r'.repeat(size)}x\r\n--B--`,
    (size) => `--B\r\n${' '.repeat(size)}x\r\n\r\n\r\n--B--`,
  ]
  // If the time grew with the square of the size, each would take several minutes.
  for (const input of inputs) parseMultipart(encode(input(2_000_000)), 'multipart/form-data; boundary=B')
})
