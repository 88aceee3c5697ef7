import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { provenanceOf, signInteraction } from '../provenance/provenance.ts'
import { fixFile } from './fix-file.ts'

const HEADER = ['interactions', 0, 'response', 'headers', 'Content-Encoding']
const CHUNKS = ['interactions', 0, 'response', 'chunks']

function write(content: string | Uint8Array, name = 'a.yaml') {
  const file = join(makeTempFolder(), name)
  writeFileSync(file, content)
  return { file, path: name }
}

const build = () =>
  buildCassette({
    response: 'plain',
    headers: [
      ['Content-Encoding', 'gzip'],
      ['X-A', '1'],
    ],
  })
const sign = () => ({ ...build(), interactions: build().interactions.map(signInteraction) })

test('the key is removed, and everything else stays as it is', () => {
  const text = stringifyCassette(build()).replace('---\n', '--- # by hand\n')
  const input = write(text)
  expect(fixFile(input, [HEADER])).toBe(1)
  expect(readFileSync(input.file, 'utf8')).toBe(text.replace(/ +Content-Encoding:\n.*gzip\n/, ''))
})

test('the signature of a recording is renewed, and that of an edited one is not', () => {
  const signed = write(stringifyCassette(sign()))
  fixFile(signed, [HEADER])
  expect(parseCassette(readFileSync(signed.file)).interactions.map(provenanceOf)).toEqual(['recorded'])
  const edited = write(stringifyCassette(sign()).replace('body: plain', 'body: other'))
  fixFile(edited, [HEADER])
  expect(parseCassette(readFileSync(edited.file)).interactions.map(provenanceOf)).toEqual(['edited'])
})

test('chunks that do not add up can be removed, although the file can not be read before', () => {
  const chunks = [{ size: 5, time: 1 }]
  const text = stringifyCassette(buildCassette({ response: 'plain', chunks })).replace('5@1', '4@1')
  const input = write(text)
  expect(() => parseCassette(text)).toThrow('add up to 4 bytes')
  expect(fixFile(input, [CHUNKS])).toBe(1)
  expect(parseCassette(readFileSync(input.file)).interactions[0]?.response).not.toHaveProperty('chunks')
})

test('a compressed file stays compressed', () => {
  const input = write(gzipSync(stringifyCassette(build())), 'a.yaml.gz')
  expect(fixFile(input, [HEADER])).toBe(1)
  expect(gunzipSync(readFileSync(input.file)).toString()).not.toContain('Content-Encoding')
})

test('a key that does not exist changes nothing', () => {
  const text = stringifyCassette(buildCassette({ response: 'plain' }))
  const input = write(text)
  fixFile(input, [HEADER])
  expect(readFileSync(input.file, 'utf8')).toBe(text)
})

test('a file that is broken now is not written', () => {
  const text =
    'version: 2\ninteractions:\n- request: 1\n  response:\n    headers:\n      Content-Encoding: [gzip]\n      X-A: [b]\n'
  const input = write(text)
  expect(() => fixFile(input, [HEADER])).toThrow('must be a map')
  expect(readFileSync(input.file, 'utf8')).toBe(text)
})
