import { globSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { corpusFiles, readableFolders } from '../../test/corpus.ts'
import { isGzip } from '../body/inflate.ts'
import { parseSource } from './document/source-document.ts'
import { cassetteFormats } from './format-module.ts'
import { formats } from './formats.ts'

test('lists the formats by name, without their functions', () => {
  expect(cassetteFormats).toContainEqual({ name: 'har', title: 'HAR', access: 'read-write' })
  expect(cassetteFormats).toContainEqual({ name: 'nock', title: 'nock', access: 'read-only' })
  const names = cassetteFormats.map(({ name }) => name)
  expect(names).toEqual(names.toSorted())
})

test('exactly one format accepts each fixture and each file of the corpus', { timeout: 120_000 }, () => {
  const files = [
    ...globSync('fixtures/*/*.{yaml,yml,json,har,gz}'),
    ...readableFolders.flatMap(corpusFiles).map(({ file }) => file),
  ]
  const accepted = files.map((file) => {
    const bytes = readFileSync(file)
    const { value } = parseSource(String(isGzip(bytes) ? gunzipSync(bytes) : bytes), file)
    return [file, formats.filter((format) => format.detect(value)).length]
  })
  expect(accepted.filter(([, count]) => count !== 1)).toEqual([])
  expect(accepted.length).toBeGreaterThan(20)
})
