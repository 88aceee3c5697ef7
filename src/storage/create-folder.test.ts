import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { createFolder, inFolder, removeEmptyFolders } from './create-folder.ts'

const absent = (): Error => Object.assign(new Error('no such file'), { code: 'ENOENT' })

test('a folder is created with its parents, the outermost first, and nothing that exists', () => {
  const root = makeTempFolder()
  const created = createFolder(join(root, 'a/b'))
  expect([created, createFolder(join(root, 'a/b')), createFolder(join(root, 'a/c'))]).toEqual([
    [join(root, 'a'), join(root, 'a/b')],
    [],
    [join(root, 'a/c')],
  ])
})

test('a folder that another process removes is created again, and listed once', () => {
  const root = makeTempFolder()
  let uses = 0
  const created = inFolder(join(root, 'a'), () => {
    if (++uses === 3) return
    rmdirSync(join(root, 'a'))
    throw absent()
  })
  expect({ uses, created }).toEqual({ uses: 3, created: [join(root, 'a')] })
})

test('a folder that is always removed is given up after 20 attempts, and any other error is thrown immediately', () => {
  const root = makeTempFolder()
  const attempt = (error: Error): number => {
    let uses = 0
    expect(() =>
      inFolder(join(root, 'a'), () => {
        uses++
        throw error
      }),
    ).toThrow(error)
    return uses
  }
  expect([attempt(absent()), attempt(new Error('the disk is full'))]).toEqual([20, 1])
})

test('created folders are removed if they are empty, from the innermost on', () => {
  const root = makeTempFolder()
  removeEmptyFolders(createFolder(join(root, 'a/b')))
  const used = createFolder(join(root, 'c/d'))
  mkdirSync(join(root, 'c/other'))
  removeEmptyFolders(used)
  const filled = createFolder(join(root, 'e'))
  writeFileSync(join(root, 'e/file'), '')
  removeEmptyFolders(filled)
  expect(['a', 'c', 'c/d', 'c/other', 'e/file'].filter((path) => existsSync(join(root, path)))).toEqual([
    'c',
    'c/other',
    'e/file',
  ])
})
