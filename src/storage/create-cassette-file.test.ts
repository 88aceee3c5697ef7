import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { CassetteSaveError } from '../errors/errors.ts'
import { createCassetteFile } from './create-cassette-file.ts'

test.each(['../a.yaml', 'sub/../../a.yaml', 'sub/..', '..'])(
  'rejects the name %s, which leads out of the folder',
  (name) => {
    const parent = makeTempFolder()
    const folder = join(parent, 'out')
    expect(() => createCassetteFile({ folder, name, text: 'x', existing: 'replace' })).toThrow(
      new CassetteSaveError(
        join(folder, name),
        `Failed to write the cassette ${join(folder, name)}: its path leads out of ${folder}.`,
      ),
    )
    expect(readdirSync(parent)).toEqual([])
  },
)

test('treats an absolute name as relative to the folder', () => {
  const folder = makeTempFolder()
  expect(createCassetteFile({ folder, name: '/sub/a.yaml', text: 'x', existing: 'keep' })).toBe('written')
  expect(readFileSync(join(folder, 'sub/a.yaml'), 'utf8')).toBe('x')
})

test('a broken link counts as an existing file, and nothing is created at its target', () => {
  const parent = makeTempFolder()
  const folder = join(parent, 'out')
  mkdirSync(folder)
  symlinkSync('../elsewhere', join(folder, 'a.yaml'))
  symlinkSync('../elsewhere', join(folder, 'sub'))
  const file = { folder, text: 'x', existing: 'keep' } as const
  expect(createCassetteFile({ ...file, name: 'a.yaml' })).toBe('kept')
  expect(() => createCassetteFile({ ...file, name: 'sub/a.yaml' })).toThrow(CassetteSaveError)
  expect(readdirSync(parent)).toEqual(['out'])
})

test('does not replace a file with a folder or a folder with a file', () => {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'sub'), 'mine')
  mkdirSync(join(folder, 'a.yaml'))
  const file = { folder, text: 'x' } as const
  expect(() => createCassetteFile({ ...file, name: 'sub/a.yaml', existing: 'replace' })).toThrow(CassetteSaveError)
  expect(() => createCassetteFile({ ...file, name: 'a.yaml', existing: 'replace' })).toThrow(CassetteSaveError)
  expect(createCassetteFile({ ...file, name: 'a.yaml', existing: 'keep' })).toBe('kept')
  expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'sub'])
})
