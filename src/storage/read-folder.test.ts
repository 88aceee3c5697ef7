import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { CassetteUnreadableError } from '../errors/errors.ts'
import { pathKind, readFolder } from './read-folder.ts'

function create(): string {
  const root = makeTempFolder()
  mkdirSync(join(root, 'b'))
  for (const file of ['c.yaml', 'a.yaml']) writeFileSync(join(root, file), '')
  symlinkSync(join(root, 'c.yaml'), join(root, 'd-link-to-a-file'))
  symlinkSync(root, join(root, 'e-link-to-a-folder'))
  symlinkSync(join(root, 'absent'), join(root, 'f-dangling-link'))
  return root
}

test('a folder is listed by name, without links to folders, which can form a cycle', () => {
  expect(readFolder(create())).toEqual([
    { name: 'a.yaml', kind: 'file' },
    { name: 'b', kind: 'folder' },
    { name: 'c.yaml', kind: 'file' },
    { name: 'd-link-to-a-file', kind: 'file' },
    { name: 'f-dangling-link', kind: 'file' },
  ])
})

test('a folder that can not be listed is an error that names it and the cause', () => {
  const file = join(create(), 'a.yaml')
  const open = (): unknown => readFolder(file)
  expect(open).toThrow(CassetteUnreadableError)
  expect(open).toThrow(
    expect.objectContaining({ file, message: expect.stringContaining(`Failed to list the folder ${file}: `) }),
  )
})

test('the kind of a path is that of the target of a link, and a file if it is unknown', () => {
  const root = create()
  const kinds = [
    'b',
    'a.yaml',
    'absent',
    'e-link-to-a-folder',
    'd-link-to-a-file',
    'f-dangling-link',
    'a.yaml/x',
    'a\0b',
  ]
  expect(kinds.map((name) => pathKind(join(root, name)))).toEqual([
    ...['folder', 'file', 'absent', 'folder', 'file', 'absent'],
    ...['absent', 'file'],
  ])
})
