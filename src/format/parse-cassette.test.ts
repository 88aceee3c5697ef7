import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { refusal } from '../../test/refusal.ts'
import { parseCassette } from './parse-cassette.ts'

const seed = readFileSync('fixtures/go-vcr-v2/openai-chat.yaml', 'utf8')

test.each([undefined, null, 1, {}, [], Symbol('a'), new ArrayBuffer(1)])('refuses to parse %o', (source) => {
  expect(refusal(() => parseCassette(source as never))).toMatchObject({ code: 'cassette_option', option: 'source' })
})

test('refuses wrong options, and reads bytes of any realm', () => {
  const bytes = runInNewContext(`new Uint8Array([${new TextEncoder().encode(seed).join()}])`)
  expect(parseCassette(bytes).interactions).toEqual(parseCassette(seed).interactions)
  expect(refusal(() => parseCassette(seed, null as never))).toMatchObject({ option: 'options' })
  expect(refusal(() => parseCassette(seed, { path: 1 as never }))).toMatchObject({ option: 'path' })
})
