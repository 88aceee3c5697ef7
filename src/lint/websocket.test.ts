import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildConversation } from '../../test/build-conversation.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { WritableFormat } from '../format/formats.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { lintFile } from './lint-file.ts'
import { rules } from './rules.ts'

const KEY = `sk-ant-api03-${'Ab1'.repeat(31)}`

/** The findings in a text. */
async function lint(text: string): Promise<string[]> {
  const file = join(makeTempFolder(), 'a')
  writeFileSync(file, text)
  const settings = { allowSecrets: [], expires: undefined, require: undefined }
  const { findings } = await lintFile({ file, path: 'a' }, rules, settings)
  return findings.map(({ rule, line, column, message }) => `${line}:${column} ${rule}: ${message}`)
}

const build = (...texts: string[]) =>
  buildConversation({
    frames: texts.map((data, at) => ({ from: 'client', at, data })),
    close: { from: 'client', code: 1000, reason: '' },
  })

const write = (texts: readonly string[], format: WritableFormat = 'go-vcr-2'): string =>
  stringifyCassette({ interactions: [build(...texts)] }, { format })

test('a sound conversation has no findings, and neither have two conversations that differ in a frame', async () => {
  expect(await lint(write(['{"type":"response.create"}', 'hi']))).toEqual([])
  expect(await lint(stringifyCassette({ interactions: [build('a'), build('b')] }))).toEqual([])
})

const LEAK =
  'this looks like a credential: an Anthropic key. Revoke it, and replace it: msw-cassette redact does so in known places'

test('a credential in a frame has the position of the frame', async () => {
  const texts = ['{}', `my key is ${KEY}`]
  expect(await lint(write(texts))).toEqual([`27:9 leaked-credential: ${LEAK}`])
  const har = write(texts, 'har').split('\n')
  const [finding = ''] = await lint(har.join('\n'))
  const [line = 0] = /^\d+/.exec(finding)?.map(Number) ?? []
  expect(finding).toContain(LEAK)
  expect(har.slice(line - 1, line + 5).join('\n')).toContain(KEY)
})

test('a credential that is split over several frames has the position of the frames', async () => {
  const texts = (KEY.match(/.{1,20}/g) ?? []).map((delta) => JSON.stringify({ type: 'delta', delta }))
  expect(await lint(write(texts))).toEqual([`24:5 leaked-credential: ${LEAK.replace(' key.', ' key, in pieces.')}`])
})

test('a credential in a known place of a frame is reported as one that redaction replaces', async () => {
  expect(await lint(write(['{"api_key":"kq8Zt3LmPw9RxV2bNc7J"}']))).toContain(
    '24:5 unredacted: redaction replaces credentials in response.websocket. Apply it with msw-cassette redact',
  )
})

test('an unknown key of a frame has its position', async () => {
  expect(await lint(write(['hi']).replace('at: 0, ', 'at: 0, ad: 1, '))).toEqual([
    '26:32 unknown-key: the key "ad" is unknown, and nothing reads it. Did you mean at?',
  ])
})

test('two equal conversations are duplicates', async () => {
  expect(await lint(stringifyCassette({ interactions: [build('a'), build('a')] }))).toEqual([
    expect.stringMatching(/^30:3 duplicate-interaction: this interaction repeats #0/),
  ])
})
