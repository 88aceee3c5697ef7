import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { removeLeftovers, replaceDurably, temporaryPath, writeDurably } from './temporary-file.ts'

test('each temporary file is a hidden one in the same folder, with the id of its process', () => {
  const [first, second] = [temporaryPath('/project/a.yaml'), temporaryPath('/project/a.yaml')]
  expect(dirname(first)).toBe('/project')
  expect(basename(first)).toMatch(new RegExp(String.raw`^\.[\da-f-]{36}\.${process.pid}\.cassette\.tmp$`))
  expect(first).not.toBe(second)
})

test('a file is written with the permissions that it is given, and never over another one', () => {
  const file = join(makeTempFolder(), 'a')
  writeDurably(file, 'text', 0o666)
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['text', 0o666])
  expect(() => writeDurably(file, 'other')).toThrow(expect.objectContaining({ code: 'EEXIST' }))
  expect(readFileSync(file, 'utf8')).toBe('text')
})

test('files of processes that were killed are removed: soon if the process is gone, otherwise when they are old', () => {
  const folder = makeTempFolder()
  const dead = spawnSync(process.execPath, ['--version']).pid
  const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  const ages: Readonly<Record<string, number>> = {
    [`.${id(1)}.${dead}.cassette.tmp`]: 5,
    [`.${id(2)}.${dead}.cassette.tmp`]: 20,
    [`.${id(3)}.${process.pid}.cassette.tmp`]: 500,
    [`.${id(4)}.${process.pid}.cassette.tmp`]: 700,
    [`.${id(5)}.cassette.tmp`]: 500,
    [`.${id(6)}.cassette.tmp`]: 700,
    [`a.yaml.cassette.lock.${id(7)}`]: 500,
    [`a.yaml.cassette.lock.${id(8)}`]: 700,
    'a.yaml': 700,
    [`${id(9)}.cassette.tmp`]: 700,
    '.short.cassette.tmp': 700,
  }
  for (const [name, age] of Object.entries(ages)) {
    writeFileSync(join(folder, name), '')
    const time = Date.now() / 1000 - age
    utimesSync(join(folder, name), time, time)
  }
  removeLeftovers(folder)
  const removed = Object.keys(ages).filter((name) => !readdirSync(folder).includes(name))
  expect(removed.sort()).toEqual(
    [
      `.${id(2)}.${dead}.cassette.tmp`,
      `.${id(4)}.${process.pid}.cassette.tmp`,
      `.${id(6)}.cassette.tmp`,
      `a.yaml.cassette.lock.${id(8)}`,
    ].sort(),
  )
})

test('a file is replaced as a whole, and a failure leaves no temporary file', () => {
  const folder = makeTempFolder()
  for (const content of ['before', 'after']) replaceDurably(join(folder, 'a.txt'), content)
  expect(() => replaceDurably(folder, 'a folder')).toThrow('EISDIR')
  const beside = readdirSync(dirname(folder)).filter((name) => name.endsWith(`.${process.pid}.cassette.tmp`))
  expect({ content: readFileSync(join(folder, 'a.txt'), 'utf8'), files: readdirSync(folder), beside }).toEqual({
    content: 'after',
    files: ['a.txt'],
    beside: [],
  })
})
