import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { tryLock } from './lock-file.ts'
import { updateCassetteFile } from './update-cassette-file.ts'

test('a cassette is changed as a whole, with its byte order mark, and no other file is left', () => {
  const folder = makeTempFolder()
  const file = join(folder, 'a.yaml')
  writeFileSync(file, '\ufeffversion: 2\nold: é\n')
  const seen: string[] = []
  updateCassetteFile(file, (current) => {
    seen.push(current)
    return current.replace('old: é', 'new')
  })
  expect({ seen, text: readFileSync(file, 'utf8'), files: readdirSync(folder) }).toEqual({
    seen: ['\ufeffversion: 2\nold: é\n'],
    text: '\ufeffversion: 2\nnew\n',
    files: ['a.yaml'],
  })
})

test('a cassette that does not change is not written, and one that is missing is not created', () => {
  const folder = makeTempFolder()
  const file = join(folder, 'a.yaml')
  writeFileSync(file, 'same')
  const { ino, mtimeMs } = statSync(file)
  updateCassetteFile(file, (current) => current)
  updateCassetteFile(join(folder, 'absent.yaml'), () => 'created')
  expect({ stats: { ino: statSync(file).ino, mtimeMs: statSync(file).mtimeMs }, files: readdirSync(folder) }).toEqual({
    stats: { ino, mtimeMs },
    files: ['a.yaml'],
  })
})

test('a change that fails leaves the cassette as it is, and it can be changed again', () => {
  const folder = makeTempFolder()
  const file = join(folder, 'a.yaml')
  writeFileSync(file, 'old')
  const fail = (): string => {
    throw new Error('a fault')
  }
  expect(() => updateCassetteFile(file, fail)).toThrow('a fault')
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['old', ['a.yaml']])
  updateCassetteFile(file, () => 'new')
  expect(readFileSync(file, 'utf8')).toBe('new')
})

test('a file that another process writes is changed after that', () => {
  const folder = makeTempFolder()
  const file = join(folder, 'a.yaml')
  writeFileSync(file, 'a')
  tryLock(file)
  const [lock = ''] = readdirSync(folder).filter((name) => name.endsWith('.lock'))
  // Abandoned in 60 ms.
  const time = Date.now() / 1000 - 4.94
  utimesSync(join(folder, lock), time, time)
  updateCassetteFile(file, (text) => `${text}b`)
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['ab', ['a.yaml']])
})
