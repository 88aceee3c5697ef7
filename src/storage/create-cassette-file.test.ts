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

test('a link to a folder that exists outside is refused, and one to a folder inside is followed', () => {
  const parent = makeTempFolder()
  const folder = join(parent, 'out')
  for (const name of ['out', 'out/real', 'outside']) mkdirSync(join(parent, name))
  symlinkSync('../outside', join(folder, 'away'))
  symlinkSync('real', join(folder, 'here'))
  symlinkSync('..', join(folder, 'up'))
  const file = { folder, text: 'x', existing: 'replace' } as const
  for (const name of ['away/a.yaml', 'up/a.yaml'])
    expect(() => createCassetteFile({ ...file, name })).toThrow(`its path leads out of ${folder}`)
  expect(createCassetteFile({ ...file, name: 'here/a.yaml' })).toBe('written')
  const entries = (name: string): string[] => readdirSync(join(parent, name)).sort()
  expect([entries('.'), entries('outside'), entries('out/real')]).toEqual([['out', 'outside'], [], ['a.yaml']])
})

test('a folder whose name begins with two dots is inside', () => {
  const folder = makeTempFolder()
  expect(createCassetteFile({ folder, name: '..hidden/a.yaml', text: 'x', existing: 'keep' })).toBe('written')
  expect(readdirSync(join(folder, '..hidden'))).toEqual(['a.yaml'])
})

test.each(['keep', 'replace'] as const)(
  '%s decides about an existing file, and no temporary file is left',
  (existing) => {
    const folder = makeTempFolder()
    const write = (text: string): string => createCassetteFile({ folder, name: 'a.yaml', text, existing })
    expect([write('first'), write('second')]).toEqual(['written', existing === 'keep' ? 'kept' : 'written'])
    expect([readdirSync(folder), readFileSync(join(folder, 'a.yaml'), 'utf8')]).toEqual([
      ['a.yaml'],
      existing === 'keep' ? 'first' : 'second',
    ])
  },
)

test('a link in the place of the file is itself replaced, and its target stays', () => {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'target'), 'mine')
  symlinkSync('target', join(folder, 'a.yaml'))
  expect(createCassetteFile({ folder, name: 'a.yaml', text: 'x', existing: 'replace' })).toBe('written')
  expect(['a.yaml', 'target'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['x', 'mine'])
})
