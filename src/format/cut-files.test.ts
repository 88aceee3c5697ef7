import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Interaction } from '../cassette.ts'
import { CassetteError } from '../errors/errors.ts'
import { parseCassette } from './parse-cassette.ts'

const archive = stringify({
  log: {
    entries: [1, 2].map((n) => ({
      request: { method: 'GET', url: `https://a.test/${n}` },
      response: { content: { text: 'Olá\nOlá\n' }, status: 200, statusText: 'OK' },
    })),
    version: '1.2',
  },
})
const whole = [...globSync('fixtures/*/*.{yaml,yml}').map((file) => readFileSync(file, 'utf8')), archive]

test('reads from a cut file only interactions that the whole file has, wherever it was cut', {
  timeout: 60_000,
}, () => {
  const wrong = whole.flatMap((text) => {
    const all = parseCassette(text).interactions.map(toComparable)
    return cutsOf(text).filter((cut) => {
      const read = readOrRefuse(cut).map(toComparable)
      return read.some((exchange, index) => exchange !== all[index])
    })
  })
  expect(wrong).toEqual([])
  expect(whole.length).toBeGreaterThan(12)
})

/** Cuts at the end of each line, and within the first bytes of its value. */
function cutsOf(text: string): string[] {
  return [...text.matchAll(/^ *(?:- )?(?:\w+:)?(.{0,3}).*\n?/gm)].flatMap(({ 0: line, 1: value = '', index }) => {
    const start = index + line.indexOf(value)
    return [start, start + 1, start + 2, start + 3, index + line.length].map((end) => text.slice(0, end))
  })
}

/** Without reason phrases and durations: they can come last, and a cut in them is harmless. */
function toComparable({ request, response: { status, headers, body } }: Interaction): string {
  const parts = [request.method, request.url, request.headers, request.body.join(), status, headers, body.join()]
  return JSON.stringify(parts)
}

function readOrRefuse(text: string): readonly Interaction[] {
  try {
    return parseCassette(text).interactions
  } catch (error) {
    expect(error).toBeInstanceOf(CassetteError)
    return []
  }
}
