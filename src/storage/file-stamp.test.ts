import { closeSync, openSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { stampOf } from './file-stamp.ts'

function create(text: string): string {
  const file = join(makeTempFolder(), 'a.yaml')
  writeFileSync(file, text)
  utimesSync(file, 1_000, 1_000)
  return file
}

test('the stamp of a path is that of the open file, and stays when the file is moved', () => {
  const file = create('text')
  const stamp = stampOf(file)
  const handle = openSync(file, 'r')
  const opened = stampOf(handle)
  closeSync(handle)
  renameSync(file, `${file}.moved`)
  expect([opened, stampOf(`${file}.moved`), stampOf(file)]).toEqual([stamp, stamp, undefined])
})

test('another length, another time and another file have other stamps', () => {
  const file = create('text')
  const stamps = new Set([stampOf(file)])
  writeFileSync(file, 'longer text')
  utimesSync(file, 1_000, 1_000)
  stamps.add(stampOf(file))
  utimesSync(file, 1_000, 1_000.001)
  stamps.add(stampOf(file))
  const other = create('longer text')
  renameSync(other, file)
  stamps.add(stampOf(file))
  expect(stamps.size).toBe(4)
})

test('a folder has no stamp', () => {
  expect(() => stampOf(makeTempFolder())).toThrow('it is a folder, a device, a pipe or a socket, not a file')
})
