import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { refusal } from '../../test/refusal.ts'
import { openCassette } from '../open/open-cassette.ts'
import { parseCassette } from './parse-cassette.ts'

const seed = readFileSync('fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml', 'utf8')

const item = (lines: string): string =>
  `version: 2\ninteractions:\n- request:\n    url: https://a.test/\n    method: GET\n${lines}`

test.each([
  ['an empty file', '', 1, 1],
  ['white space', ' \n\n\t\n', 1, 1],
  ['plain text', 'hello, world\n', 1, 1],
  ['a YAML syntax error', 'version: 2\ninteractions:\n- request: {\n', 4, 1],
  ['a bad indentation', 'version: 2\ninteractions:\n - a: 1\n- b: 2\n', 4, 1],
  ['a duplicate key', 'version: 2\ninteractions: []\nversion: 2\n', 3, 1],
  ['an open quote', item("  response:\n    body: 'cut"), 7, 15],
  ['no list', 'version: 2\ninteractions: 5\n', 2, 15],
  ['an interaction that is not a map', 'version: 2\ninteractions:\n- 5\n', 3, 3],
  ['no URL', 'version: 2\ninteractions:\n- request:\n    method: GET\n', 4, 5],
  ['no method', 'version: 2\ninteractions:\n- request:\n    url: https://a.test/\n', 4, 5],
  ['a body that is a list', item('    body: [1]\n'), 6, 11],
  ['headers that are text', item('    headers: x\n'), 6, 14],
  ['a header with a line break', item('    headers:\n      A: ["x\\ny"]\n'), 7, 11],
  ['a status of 0', item('  response:\n    code: 0\n'), 7, 11],
  ['a status of 101', item('  response:\n    code: 101\n'), 7, 11],
  ['a status of 999', item('  response:\n    code: 999\n'), 7, 11],
  ['a status that is text', item('  response:\n    code: ok\n'), 7, 11],
  ['a duration without a unit', item('  response:\n    duration: 1.5\n'), 7, 15],
  ['an invalid duration', item("  response:\n    duration: '5 minutes'\n"), 7, 15],
  [
    'chunks that do not add up to the body',
    item("  response:\n    body: 'abc'\n    chunks: 2@0 2@1\n    code: 200\n"),
    8,
    13,
  ],
  ['invalid chunks', item('  response:\n    chunks: 5@\n'), 7, 13],
  [
    'chunks that add up to less than the body',
    item('  response:\n    chunks: 2@0\n    body: abc\n    code: 200\n'),
    7,
    13,
  ],
  ['chunks of no body', item('  response:\n    chunks: 2@0 1@0.5\n    code: 200\n'), 7, 13],
  [
    'chunks of a trimmed body',
    item("  response:\n    chunks: '4@0'\n    body: abc\n    code: 200\n    status: 200 OK\n"),
    7,
    13,
  ],
  ['a header that is a map', item('    headers:\n      A: {toString: 1}\n'), 7, 10],
  ['a header with a map', item('    headers:\n      A: [x, {toString: 1, valueOf: 2}]\n'), 7, 14],
  ['a header with a list', item('    headers:\n      A: [[{toString: 1}]]\n'), 7, 11],
  ['a block that was cut', seed.slice(0, 1_500), 31, 44],
  ['a block that was cut between two lines', seed.slice(0, seed.indexOf('            data: [DONE]')), 22, 9],
  ['an interaction that was cut between two lines', seed.slice(0, seed.indexOf('    response:')), 4, 5],
  ['an interaction that was cut before it began', seed.slice(0, seed.indexOf('  - id:')), 3, 14],
  ['bytes that are not base64', item('    body: !!binary a%b=\n'), 6, 11],
  ['bytes that were cut', item("    body: !!binary 'AAEC/w'\n"), 6, 11],
  ['an alias without an anchor', 'version: 2\ninteractions: *nowhere\n', 2, 15],
  ['a merge of something else than a map', 'version: 2\ninteractions:\n- <<: 5\n', 3, 7],
  ['a header that is a map with a member toString', item('    headers: {A: {toString: x}}\n'), 6, 18],
  [
    'a header in a list that is a map with odd members',
    item('    headers: {A: [{valueOf: 1, __proto__: {}}]}\n'),
    6,
    19,
  ],
  ['bytes of Python that are not base64', item('    body: !!python/bytes "a%"\n'), 6, 11],
  ['a merge conflict', 'version: 2\n<<<<<<< HEAD\ninteractions: []\n=======\ninteractions:\n>>>>>>> main\n', 2, 1],
  ['a merge conflict in a file with CRLF', 'version: 2\r\n<<<<<<< HEAD\r\n=======\r\n>>>>>>> main\r\n', 2, 1],
])('refuses %s, and reports the position', (_title, text, line, column) => {
  const error = refusal(() => parseCassette(text, { path: 'a.yaml' }))
  expect(error).toMatchObject({
    code: 'cassette_invalid',
    file: 'a.yaml',
    line,
    column,
  })
  expect(error?.message).toContain('a.yaml')
})

test('refuses excessive nesting, aliases and line lengths', { timeout: 60_000 }, () => {
  const layers = 'bcdefghij'
    .split('')
    .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[index]}`)}]`)
  const bad = {
    bomb: `version: 2\ninteractions: []\na: &a [x]\n${layers.join('\n')}\n`,
    aliases: `version: 2\ninteractions: []\na:\n${Array.from({ length: 2_000 }, (_, n) => `- &x${n} y\n- *x${n}\n`).join('')}`,
    keys: `version: 2\ninteractions: []\n${Array.from({ length: 200_000 }, (_, n) => `key${n}: v\n`).join('')}`,
    parts: `version: 2\ninteractions: []\na: [${'{},'.repeat(1_500_000)}]\n`,
    values: `{"interactions":[${'{},\n'.repeat(8_000_000)}{}]}`,
    flow: '['.repeat(1_000_000),
    maps: '{a: '.repeat(100_000),
    junk: 'x'.repeat(50_000_000),
    line: item(`    body: "${'x'.repeat(50_000_000)}"\n`),
    list: `version: 2\ninteractions: ${'x'.repeat(50_000_000)}`,
    spaces: ' '.repeat(50_000_000),
    breaks: '\n'.repeat(5_000_000),
  }
  const codes = Object.entries(bad).map(([name, text]) => [name, refusal(() => parseCassette(text))?.code])
  expect(Object.fromEntries(codes)).toEqual(
    Object.fromEntries(Object.keys(bad).map((name) => [name, 'cassette_invalid'])),
  )
})

test('reads 9,000 unquoted numbers in one map without searching the map for each of them', { timeout: 20_000 }, () => {
  const headers = Array.from({ length: 9_000 }, (_, index) => `      A${index}: ${index}\n`).join('')
  const { interactions } = parseCassette(item(`    headers:\n${headers}  response: {code: 200}\n`))
  expect(interactions[0]?.request.headers.at(-1)).toEqual(['A8999', '8999'])
})

test('refuses files that are too large, compressed or not, and YAML that would take minutes to parse', {
  timeout: 60_000,
}, () => {
  const slow = item('  response: {code: 200}\n') + "- request: {method: GET, url: 'https://a.test/'}\n".repeat(800_000)
  const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024))
  const large = new Uint8Array(256 * 1024 * 1024 + 1).fill(0x61)
  expect([slow, bomb, large].map((source) => refusal(() => parseCassette(source))?.message)).toEqual([
    expect.stringMatching(/has 3\d{7} characters, and a YAML file in this style can have at most 33554432/),
    expect.stringMatching(/compressed with gzip, and can't be decompressed: Cannot create a Buffer larger/),
    expect.stringMatching(/has 268435457 bytes, and can have at most 268435456/),
  ])
})

test('reads a file of VCR.py that has its version twice', () => {
  const text =
    'version: 1\ninteractions:\n- request: {method: GET, uri: https://a.test/}\n  response: {status: {code: 200}}\nversion: 1\n'
  expect(parseCassette(text)).toMatchObject({
    format: 'vcrpy',
    interactions: [{ request: { url: 'https://a.test/' } }],
  })
})

test('reads bodies that are nested a hundred levels deep', () => {
  const tree = `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`
  const text = `[{"scope":"https://a.test","method":"POST","path":"/","body":${tree},"status":200,"response":${tree}}]`
  const [interaction] = parseCassette(text).interactions
  expect(new TextDecoder().decode(interaction?.response.body)).toBe(tree)
})

test('refuses files in another encoding, with the position of the first wrong byte', () => {
  const refused = [
    new Uint8Array([0xff, 0xfe, 0x76, 0]),
    new Uint8Array([0x1f, 0x8b, 8, 0]),
    Buffer.from(item('    body: Ol\xe1\n'), 'latin1'),
    new Uint8Array([0x76, 0x3a, 0, 0]),
  ].map((bytes) => refusal(() => parseCassette(bytes, { path: 'a.yaml' })))
  expect(refused).toMatchObject([
    { code: 'cassette_invalid', line: 1, column: 1 },
    { code: 'cassette_invalid', line: 1, column: 1 },
    { code: 'cassette_invalid', line: 6, column: 13 },
    { code: 'cassette_invalid', line: 1, column: 3 },
  ])
})

test('no error message contains control characters', () => {
  const sequence = '\u001b]0;owned\u0007\u009b31m'
  const refused = [
    refusal(() => openCassette(`${sequence}.yaml`, { mode: 'replay' })),
    refusal(() => parseCassette('no cassette', { path: sequence })),
    refusal(() => parseCassette('{"interactions":[{"\\u001b]0;owned\\u0007\\u009b31m":1}]}')),
    refusal(() => parseCassette('version: 2\ninteractions: "\\e]0;owned\\a\\x9b31m"\n')),
    refusal(() => parseCassette('version: 2\ninteractions: "\\\u001b]0;owned\u0007\u009b31m"\n')),
  ].map((error) => error?.message.replaceAll('\n', ' '))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression finds them.
  expect(refused.filter((message) => !message || /[\u0000-\u001f\u007f-\u009f]/.test(message))).toEqual([])
  expect(refused.length).toBe(5)
})

test('reads a file with a byte order mark', () => {
  expect(parseCassette(Buffer.from(`\ufeff${seed}`)).interactions).toHaveLength(1)
})

test('keeps an invalid URL, and never matches it', async () => {
  const session = openCassette(item('  response: {code: 200}\n').replace('https://a.test/', "'<API_BASE>/chat'"), {
    mode: 'replay',
  })
  expect(session.cassette.interactions[0]?.request.url).toBe('<API_BASE>/chat')
  const response = await session.fetch('https://a.test/')
  expect([response.status, session.unplayed.length]).toEqual([400, 1])
})

test('loads or refuses a file with any value replaced, and never fails in another way', () => {
  const values = [7, -1.5, true, null, 'text', [], ['x'], {}, { x: 1 }, new Uint8Array([1, 255])]
  const places = pathsOf(parse(seed))
  for (const path of places) {
    for (const value of values) {
      const tree = parse(seed)
      replaceAt(tree, path, value)
      refusal(() => parseCassette(stringify(tree)))
    }
  }
  expect(places.length).toBeGreaterThan(30)
})

test('never reads a cut file as if it were whole', () => {
  const whole = parseCassette(seed)
  const wrong: number[] = []
  for (let end = 0; end < seed.length; end++) {
    const cut = seed.slice(0, end)
    if (refusal(() => parseCassette(cut))) continue
    const [interaction] = parseCassette(cut).interactions
    const { request, response } = whole.interactions[0] ?? {}
    const isSame =
      [interaction?.request, interaction?.response.body].map(String).join() ===
      [request, response?.body].map(String).join()
    if (!isSame || interaction?.response.status !== response?.status) wrong.push(end)
  }
  expect(wrong).toEqual([])
})

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))]
}

function replaceAt(tree: object, path: string[], value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(Object(node), key), tree)
  const key = path.at(-1)
  if (key !== undefined && typeof parent === 'object' && parent !== null) Reflect.set(parent, key, value)
}

test('chunks that do not add up are named with both sizes', () => {
  const text = item('  response:\n    chunks: 2@0 2@1\n    body: abc\n    code: 200\n')
  expect(refusal(() => parseCassette(text, { path: 'a.yaml' }))?.message).toContain(
    'a.yaml:7:13: interactions[0].response.chunks add up to 4 bytes, and the body has 3: ',
  )
})

test.each([
  ['-1', 'is -1, and must be the number of a sample, from 0 to 99'],
  ['100', 'is 100, and must be the number of a sample, from 0 to 99'],
  ['1.5', 'must be a whole number, and is 1.5'],
  ['first', 'must be a whole number, and is the text "first"'],
])('sample: %s is refused with its position', (value, problem) => {
  const text = item('  response:\n    code: 200\n').replace('- request', `- sample: ${value}\n  request`)
  expect(refusal(() => parseCassette(text, { path: 'a.yaml' }))?.message).toContain(
    `a.yaml:3:11: interactions[0].sample ${problem}`,
  )
})
