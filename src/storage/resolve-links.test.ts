import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { resolveLinks } from './resolve-links.ts'

/** A folder without links in its own path. */
const createFolder = (): string => realpathSync(makeTempFolder())

test('links to files and folders are followed, whether their targets exist or not', () => {
  const root = createFolder()
  const at = (path: string): string => join(root, path)
  mkdirSync(at('real'))
  writeFileSync(at('real/a.yaml'), '')
  symlinkSync('real', at('folder'))
  symlinkSync('real/a.yaml', at('file'))
  symlinkSync('folder/new.yaml', at('dangling'))
  symlinkSync(at('absent'), at('dangling-folder'))
  const paths = ['real/a.yaml', 'folder/a.yaml', 'file', 'dangling', 'dangling-folder/x.yaml', 'new/deep/a.yaml']
  expect(paths.map((path) => resolveLinks(at(path)))).toEqual(
    ['real/a.yaml', 'real/a.yaml', 'real/a.yaml', 'real/new.yaml', 'absent/x.yaml', 'new/deep/a.yaml'].map(at),
  )
})

test('links that lead in a circle, and a file that is used as a folder, are errors', () => {
  const root = createFolder()
  symlinkSync('b', join(root, 'a'))
  symlinkSync('a', join(root, 'b'))
  writeFileSync(join(root, 'file'), '')
  expect(() => resolveLinks(join(root, 'a'))).toThrow(expect.objectContaining({ code: 'ELOOP' }))
  expect(() => resolveLinks(join(root, 'file/a'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }))
})
