import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parseCassette, stringifyCassette } from 'msw-cassette'
import { cassetteFormats } from '../src/format/format-module.ts'
import { buildConversation } from './build-conversation.ts'
import { corpusFiles, readableFolders } from './corpus.ts'

const files = [
  ...globSync('fixtures/*/*.{yaml,yml,json,har,gz}').sort(),
  ...readableFolders.flatMap(corpusFiles).map(({ file }) => file),
].map((file) => readFileSync(file))

/** No recorder but this library writes conversations of WebSockets into files of go-vcr. */
const conversations = (['go-vcr-2', 'har'] as const).map((format) => {
  const frames = [
    { from: 'client', at: 0, data: '{"type":"session.update","session":{"model":"m","tools":[{"name":"a"}]}}' },
    { from: 'server', at: 12.5, data: '{"type":"response.output_text.delta","delta":"it\'s"}' },
    { from: 'server', at: 12.5, data: 'a\n\u2028\u001b[2J' },
    { from: 'server', at: 30, data: Uint8Array.of(0, 255, 10) },
    { from: 'client', at: 31, data: new TextEncoder().encode('{"setup":{}}') },
    {
      from: 'server',
      at: 40,
      data: '{"type":"response.done","response":{"output":[{"content":[{"text":"x"}]}],"usage":{}}}',
    },
  ] as const
  const close = { from: 'server', code: 1000, reason: 'bye' } as const
  const interactions = [buildConversation({ frames, close }), buildConversation({ frames: frames.slice(1, 3) })]
  return Buffer.from(stringifyCassette({ interactions }, { format }))
})

/** Small files find the same faults sooner. */
const small = [...files, ...conversations, ...conversations].filter(({ length }) => length < 12_000)
/** The names of all formats that are read. */
export const formats = cassetteFormats.map(({ name }) => name)
const sources = new Map(formats.map((name) => [name, small.filter((bytes) => parseCassette(bytes).format === name)]))

type Mutation = (bytes: Uint8Array, place: number, value: number) => Uint8Array

/** Changes the pieces of a file: its lines, split further at each comma. */
const onPieces =
  (change: (pieces: string[], place: number, value: number) => void): Mutation =>
  (bytes, place, value) => {
    const pieces = new TextDecoder().decode(bytes).split(/(?<=[\n,])/)
    change(pieces, place % pieces.length, value)
    return new TextEncoder().encode(pieces.join(''))
  }

const VALUES = [
  'null',
  '{}',
  '[]',
  '-1',
  '1e999',
  '99999999999999999999',
  '""',
  '!!binary "%"',
  '!!binary "/w=="',
  '*x',
  '&x 1',
  '!!python/x y',
  "'\0'",
  '"\u001b]0;x\u0007"',
  '"\\u001b[2J\\ud800"',
  '.inf',
  ...['-3e-5', '+.5', '0x1F', '1:30', 'True', '~', '2026-01-01'],
  ...[
    '{toString: 1}',
    '{__proto__: {a: 1}, valueOf: x}',
    '{? [a]: b, c}',
    '[{constructor: []}]',
    '{<<: {a: 1}}',
    '{<<: 1}',
  ],
  ...['!!python/bytes "/w=="', "'a\u2028        b'", '"a\u2029b"', '|\n            a\u2028            b'],
]

/** Texts that are inserted anywhere. */
const INSERTIONS = [
  '\u2028',
  '\u2029            ',
  '\n\u2028\n',
  '<<: {a: 1}\n',
  ', toString: 1',
  '{hasOwnProperty: 1}',
  'e-5',
  '.5',
  '  \n',
]

const mutations: Record<string, Mutation> = {
  'flip a byte': (bytes, place, value) => bytes.with(place % bytes.length, value % 256),
  cut: (bytes, place) => bytes.slice(0, place % bytes.length),
  'drop a byte': (bytes, place) =>
    Uint8Array.from([...bytes.slice(0, place % bytes.length), ...bytes.slice((place % bytes.length) + 1)]),
  'insert a text': (bytes, place, value) =>
    Uint8Array.from([
      ...bytes.slice(0, place % bytes.length),
      ...new TextEncoder().encode(INSERTIONS[value % INSERTIONS.length]),
      ...bytes.slice(place % bytes.length),
    ]),
  'swap two pieces': onPieces((pieces, place, value) => {
    const other = value % pieces.length
    ;[pieces[place], pieces[other]] = [pieces[other] ?? '', pieces[place] ?? '']
  }),
  'repeat a piece': onPieces((pieces, place) => pieces.splice(place, 0, pieces[place] ?? '')),
  'drop a piece': onPieces((pieces, place) => pieces.splice(place, 1)),
  'indent a piece': onPieces((pieces, place, value) =>
    pieces.splice(place, 1, ' '.repeat(value % 7) + (pieces[place] ?? '').trimStart()),
  ),
  'rename a key': onPieces((pieces, place) =>
    pieces.splice(place, 1, (pieces[place] ?? '').replace(/\w+("?:)/, 'renamed$1')),
  ),
  'change a value': onPieces((pieces, place, value) =>
    pieces.splice(place, 1, (pieces[place] ?? '').replace(/: ?.*?([,\s]*)$/, `: ${VALUES[value % VALUES.length]}$1`)),
  ),
}

/** A damaged cassette: a fixture or a file of the corpus that was changed in one to three places. */
export const mutant = (format: string): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      fc.constantFrom(...(sources.get(format) ?? [])),
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(mutations)), fc.nat(), fc.nat()), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([source, steps]) =>
      steps.reduce<Uint8Array>(
        (bytes, [name, place, value]) =>
          bytes.length === 0 ? bytes : (mutations[name]?.(bytes, place, value) ?? bytes),
        source,
      ),
    )
