import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { CassetteSaveError } from '../errors/errors.ts'
import { prepareCassetteFile } from './prepare-cassette-file.ts'

test('a cassette that can be written leaves nothing behind: no folder, no lock, no temporary file', () => {
  const root = makeTempFolder()
  const existing = join(root, 'a.yaml')
  writeFileSync(existing, 'text')
  symlinkSync(join(root, 'target/new.yaml'), join(root, 'link.yaml'))
  for (const name of ['a.yaml', 'b.yaml', 'new/deep/a.yaml', 'link.yaml']) prepareCassetteFile(join(root, name))
  expect([readdirSync(root).sort(), readFileSync(existing, 'utf8')]).toEqual([['a.yaml', 'link.yaml'], 'text'])
})

test('a cassette that can not be written is refused before anything is recorded, with the reason', () => {
  const root = makeTempFolder()
  writeFileSync(join(root, 'file'), '')
  const refuse = (path: string): string => {
    try {
      prepareCassetteFile(path)
      return 'accepted'
    } catch (error) {
      expect(error).toBeInstanceOf(CassetteSaveError)
      return String((error as Error).message)
    }
  }
  const [inFile, long] = [join(root, 'file/a.yaml'), join(root, `${'x'.repeat(256)}.yaml`)]
  expect([refuse(inFile), refuse(long)]).toEqual([
    `Failed to write the cassette ${inFile}: a part of its path is a file, not a folder.`,
    `Failed to write the cassette ${long}: the name is too long.`,
  ])
})

test('a folder that exists stays, even if it is empty', () => {
  const folder = join(makeTempFolder(), 'empty')
  mkdirSync(folder)
  prepareCassetteFile(join(folder, 'a.yaml'))
  expect(existsSync(folder)).toBe(true)
})
