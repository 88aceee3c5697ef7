import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { refusal } from '../../test/refusal.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { CassetteError } from '../errors/errors.ts'
import { openCassette } from '../open/open-cassette.ts'

const seed = readFileSync('fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml', 'utf8')

test('refuses a missing file, a folder and a file used as a folder, and reports the path and the mode', () => {
  const folder = makeTempFolder()
  const file = join(folder, 'file.yaml')
  writeFileSync(file, seed)
  const open = (path: string): CassetteError | undefined => refusal(() => openCassette(path, { mode: 'replay' }))
  const missing = open(join(folder, 'missing.yaml'))
  expect(missing).toMatchObject({ code: 'cassette_not_found', file: join(folder, 'missing.yaml') })
  expect(missing?.message).toMatch(/missing\.yaml.*mode: replay/)
  expect(open('missing.yaml')).toMatchObject({ file: join(process.cwd(), 'missing.yaml') })
  expect([open(folder), open(join(file, 'x.yaml')), open('a\0b')].map((error) => error?.code)).toEqual([
    'cassette_unreadable',
    'cassette_not_found',
    'cassette_unreadable',
  ])
})

test('accepts a file: URL, also as text, and refuses any other URL', () => {
  const url = pathToFileURL('fixtures/go-vcr-v2/openai-chat.yaml')
  for (const source of [url, url.href]) expect(openCassette(source, { mode: 'replay' }).unplayed).toHaveLength(1)
  expect(refusal(() => openCassette(new URL('https://a.test/x.yaml')))).toMatchObject({ code: 'cassette_unreadable' })
})

test('refuses a file that is too large before reading it', () => {
  const file = join(makeTempFolder(), 'large.yaml')
  writeFileSync(file, seed)
  truncateSync(file, 3 * 1024 ** 3)
  expect(refusal(() => openCassette(file, { mode: 'replay' }))).toMatchObject({
    code: 'cassette_unreadable',
    message: expect.stringContaining('it has 3221225472 bytes, and a cassette can have at most 268435456'),
  })
})
