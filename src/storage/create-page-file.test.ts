import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { CassetteSaveError } from '../errors/errors.ts'
import { createPageFile } from './create-page-file.ts'

const MARK = '<meta name="generator" content="msw-cassette">'
const PAGE = `<!doctype html>${MARK}`

const write = (file: string, replace: 'own pages' | 'any file' = 'own pages', text = PAGE): string =>
  createPageFile({ file, text, mark: MARK, replace })

test('a page is written into a folder that does not exist yet, and nothing else', () => {
  const folder = makeTempFolder()
  expect(write(join(folder, 'a/b/page.html'))).toBe('written')
  expect([readdirSync(join(folder, 'a/b')), readFileSync(join(folder, 'a/b/page.html'), 'utf8')]).toEqual([
    ['page.html'],
    PAGE,
  ])
})

test('a page of this library is replaced', () => {
  const file = join(makeTempFolder(), 'page.html')
  write(file)
  expect(write(file, 'own pages', `${PAGE} again`)).toBe('written')
  expect(readFileSync(file, 'utf8')).toBe(`${PAGE} again`)
})

test.each([
  ['of somebody else', '<!doctype html>'],
  ['that is empty', ''],
  ['with the mark far behind its beginning', `${' '.repeat(1_024)}${MARK}`],
])('a file %s is kept, unless it is to be replaced', (_which, text) => {
  const file = join(makeTempFolder(), 'page.html')
  writeFileSync(file, text)
  expect(write(file)).toBe('kept')
  expect(readFileSync(file, 'utf8')).toBe(text)
  expect(write(file, 'any file')).toBe('written')
  expect(readFileSync(file, 'utf8')).toBe(PAGE)
})

test.each(['own pages', 'any file'] as const)('a folder in the place of the page is an error, with %s', (replace) => {
  const file = join(makeTempFolder(), 'page.html')
  mkdirSync(file)
  expect(() => write(file, replace)).toThrow(
    expect.objectContaining({
      name: CassetteSaveError.name,
      file,
      message: `Failed to write the page ${file}: it is a folder; name a file in it.`,
      cause: expect.objectContaining({ code: 'EISDIR' }),
    }),
  )
})

test('a file in the place of the folder is an error', () => {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'a'), '')
  const file = join(folder, 'a/page.html')
  expect(() => write(file)).toThrow(`Failed to write the page ${file}: a part of its path is a file, not a folder.`)
})
