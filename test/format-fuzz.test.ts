import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { type Cassette, CassetteError, openCassette, parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { run } from '../src/cli/run.ts'
import { createTerminal } from '../src/cli/terminal.ts'
import { writableFormats } from '../src/format/format-module.ts'
import { countExchanges } from './count-exchanges.ts'
import { formats, mutant } from './mutant.ts'
import { sortHeaders } from './sort-headers.ts'
import { makeTempFolder } from './temp-folder.ts'

/** Mutants for each format; 100,000 with `npm run fuzz`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 4_000) / 10
const SEED = Number(process.env.FUZZ_SEED ?? 1)
/** In milliseconds, for each format. Mutants that are not checked by then are skipped with a warning. */
const TIME_LIMIT = 20 * 60 * 1000

test.each(formats)(
  'a damaged %s cassette is either refused with an error that names the file, or can be replayed, written and read again',
  (format) => {
    const outcomes = { refused: 0, read: 0, counted: 0 }
    const property = fc.property(mutant(format), (bytes) => {
      const cassette = parseOrRefuse(bytes)
      outcomes[cassette ? 'read' : 'refused']++
      if (cassette && checkCassette(cassette, bytes) === 'counted') outcomes.counted++
    })
    fc.assert(property, { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: TIME_LIMIT, reporter: report })
    // Otherwise the property would hold without checking anything.
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(0)
  },
  7_200_000,
)

test.each(formats)(
  'convert either writes or reports each damaged %s cassette, and prints no control characters',
  async (format) => {
    const folder = makeTempFolder()
    const mutants = fc.sample(mutant(format), { numRuns: Math.ceil(RUNS / 100), seed: SEED })
    const written: string[] = []
    const stream = { write: (text: string) => written.push(text) }
    for (const [index, bytes] of mutants.entries()) writeFileSync(join(folder, `${index}.yaml`), bytes)
    for (const { name: to, extension } of writableFormats.values()) {
      written.length = 0
      const out = join(folder, to)
      const terminal = createTerminal({ stdout: stream, stderr: stream })
      const code = await run(
        ['convert', ...mutants.map((_, index) => join(folder, `${index}.yaml`)), '--to', to, '--out', out],
        terminal,
      )
      const kinds = mutants.map((_, index) => (existsSync(join(out, `${index}${extension}`)) ? '->' : 'Failed'))
      const reported = kinds.map((kind, index) =>
        written.some((text) => text.includes(`/${index}.yaml`) && text.includes(kind)),
      )
      expect({ code, reported }).toEqual({ code: kinds.includes('Failed') ? 1 : 0, reported: kinds.map(() => true) })
      expectPrintable(written.join(''))
    }
  },
  7_200_000,
)

function report(details: fc.RunDetails<[bytes: Uint8Array]>): void {
  if (details.interrupted) console.warn(`The time limit ended the test after ${details.numRuns} of ${RUNS} mutants.`)
  const message = fc.defaultReportMessage(details)
  if (message) throw new Error(message, { cause: details.errorInstance })
}

function parseOrRefuse(bytes: Uint8Array): Cassette | undefined {
  try {
    return parseCassette(bytes, { path: 'a.yaml' })
  } catch (error) {
    expect(error).toBeInstanceOf(CassetteError)
    expect(String(error)).toContain('a.yaml')
    expectPrintable(String(error))
    return undefined
  }
}

/** Returns whether an independent reader could read the cassette too, and counted its interactions. */
function checkCassette(cassette: Cassette, bytes: Uint8Array): 'counted' | 'not counted' {
  const { interactions } = cassette
  const count = countExchanges(bytes)
  if (count !== undefined) expect(interactions).toHaveLength(count)
  expect(openCassette(cassette, { mode: 'replay' }).unplayed).toHaveLength(interactions.length)
  const kept = interactions.filter(({ response }) => response.status >= 200 || response.websocket)
  expect(toModel(parseCassette(stringifyCassette(cassette)))).toBe(toModel({ interactions: kept }))
  expect(parseCassette(stringifyCassette(cassette, { format: 'vcrpy' })).interactions).toHaveLength(
    kept.filter(({ response }) => !response.websocket).length,
  )
  expect(parseCassette(stringifyCassette(cassette, { format: 'har' })).interactions).toHaveLength(interactions.length)
  return count === undefined ? 'not counted' : 'counted'
}

/** Sorts the headers: the writer puts headers with one name together, and their order among others has no meaning. */
function toModel({ interactions }: Pick<Cassette, 'interactions'>): string {
  return JSON.stringify(
    interactions.map(({ request, response, recordedAt }) => [recordedAt, toParts(request), toParts(response)]),
    (_key, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value),
  )
}

function toParts(message: Cassette['interactions'][number]['request' | 'response']): unknown {
  const { headers, ...rest } = message
  const parts = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))
  return [sortHeaders(headers), parts]
}

function expectPrintable(text: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this looks for.
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
}
