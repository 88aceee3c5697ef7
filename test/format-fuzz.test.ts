import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { CassetteError, openCassette, parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { corpusFiles, readableFolders } from './corpus.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 3_000)

const fixtures = globSync('fixtures/*/*.{yaml,yml,json,har,gz}').sort()
/** Small ones, since a fault is found as well in them, and sooner. */
const real = readableFolders.flatMap(corpusFiles).map(({ file }) => file)
const sources = [...fixtures, ...real].map((file) => readFileSync(file)).filter(({ length }) => length < 20_000)

type Mutation = (bytes: Uint8Array, place: number, value: number) => Uint8Array

const onText =
  (change: (lines: string[], place: number, value: number) => void): Mutation =>
  (bytes, place, value) => {
    const lines = new TextDecoder().decode(bytes).split('\n')
    change(lines, place % lines.length, value)
    return new TextEncoder().encode(lines.join('\n'))
  }

const VALUES = [
  'null',
  '{}',
  '[]',
  '-1',
  '99999999999999999999',
  '""',
  '!!binary "%"',
  '*x',
  '&x 1',
  '!!python/x y',
  "'\0'",
  '.inf',
]

const mutations: Record<string, Mutation> = {
  'flip a byte': (bytes, place, value) => bytes.with(place % bytes.length, value % 256),
  cut: (bytes, place) => bytes.slice(0, place % bytes.length),
  'drop a byte': (bytes, place) =>
    Uint8Array.from([...bytes.slice(0, place % bytes.length), ...bytes.slice((place % bytes.length) + 1)]),
  'swap two lines': onText((lines, place, value) => {
    const other = value % lines.length
    ;[lines[place], lines[other]] = [lines[other] ?? '', lines[place] ?? '']
  }),
  'repeat a line': onText((lines, place) => lines.splice(place, 0, lines[place] ?? '')),
  'drop a line': onText((lines, place) => lines.splice(place, 1)),
  'indent a line': onText((lines, place, value) =>
    lines.splice(place, 1, ' '.repeat(value % 7) + (lines[place] ?? '').trimStart()),
  ),
  'rename a key': onText((lines, place) => lines.splice(place, 1, (lines[place] ?? '').replace(/\w+"?:/, 'renamed:'))),
  'change a value': onText((lines, place, value) =>
    lines.splice(place, 1, (lines[place] ?? '').replace(/: .*?(,?)$/, `: ${VALUES[value % VALUES.length]}$1`)),
  ),
}

const mutant = fc
  .tuple(
    fc.nat(sources.length - 1),
    fc.array(fc.tuple(fc.constantFrom(...Object.keys(mutations)), fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
  )
  .map(([source, steps]) =>
    steps.reduce<Uint8Array>((bytes, [name, place, value]) => {
      return bytes.length === 0 ? bytes : (mutations[name]?.(bytes, place, value) ?? bytes)
    }, sources[source] ?? new Uint8Array()),
  )

test('a damaged cassette of any format is refused by an error that says where, or is one that can be written and read', () => {
  fc.assert(
    fc.property(mutant, (bytes) => {
      const cassette = parseOrRefuse(bytes)
      if (!cassette) return
      const written = parseCassette(stringifyCassette(cassette)).interactions
      expect(written).toHaveLength(cassette.interactions.filter(({ response }) => response.status >= 200).length)
    }),
    { numRuns: RUNS },
  )
}, 7_200_000)

test('what is read of a damaged cassette can be asked for', () => {
  fc.assert(
    fc.property(mutant, (bytes) => {
      const cassette = parseOrRefuse(bytes)
      if (cassette)
        expect(openCassette(cassette, { mode: 'replay' }).unplayed).toHaveLength(cassette.interactions.length)
    }),
    { numRuns: RUNS / 10 },
  )
}, 7_200_000)

function parseOrRefuse(bytes: Uint8Array): ReturnType<typeof parseCassette> | undefined {
  try {
    return parseCassette(bytes, { path: 'a.yaml' })
  } catch (error) {
    expect(error).toBeInstanceOf(CassetteError)
    expect(String(error)).toContain('a.yaml')
    return undefined
  }
}
