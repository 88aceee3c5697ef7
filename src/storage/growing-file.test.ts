import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { CassetteParseError, CassetteSaveError } from 'msw-cassette'
import { expect, onTestFinished, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { GrowingFile } from './growing-file.ts'

/** Large enough for the previous version to be kept. */
const LARGE = 'x'.repeat(100_000)

interface Appender {
  readonly file: string
  readonly growing: GrowingFile
  /** Appends a text, and returns what the plan saw of the file: its text, `unchanged` or undefined. */
  append(text: string): string | undefined
}

function openAppender(file = join(makeTempFolder(), 'a.yaml')): Appender {
  const growing = new GrowingFile(file)
  onTestFinished(() => growing.close())
  let size = 0
  return {
    file,
    growing,
    append(text) {
      let seen: string | undefined
      const outcome = growing.write((content) => {
        seen = content instanceof Uint8Array ? new TextDecoder().decode(content) : content
        if (content !== 'unchanged') size = content?.length ?? 0
        return { keep: size, end: size, text }
      })
      size += Buffer.byteLength(text)
      expect(outcome).toBe('written')
      return seen
    },
  }
}

const entries = (file: string): string[] => readdirSync(dirname(file))

test('a file grows by each text, small or large, and close() leaves nothing but the file', () => {
  const { file, append, growing } = openAppender()
  const texts = ['a', LARGE, 'b', 'ö', LARGE, '', 'c']
  for (const [index, text] of texts.entries()) {
    expect(append(text)).toBe(index === 0 ? undefined : 'unchanged')
    expect(readFileSync(file, 'utf8')).toBe(texts.slice(0, index + 1).join(''))
  }
  expect(entries(file)).toHaveLength(2)
  growing.close()
  expect(entries(file)).toEqual(['a.yaml'])
  expect(append('d')).toBe('unchanged')
  expect(readFileSync(file, 'utf8')).toBe([...texts, 'd'].join(''))
})

const changes: Readonly<Record<string, (file: string) => string>> = {
  'is longer': (file) => {
    appendFileSync(file, 'more')
    return `${LARGE}abmore`
  },
  'is shorter': (file) => {
    writeFileSync(file, LARGE)
    return LARGE
  },
  'has the same length': (file) => {
    writeFileSync(file, `${LARGE}xy`)
    // A change within the resolution of the clock has the same time.
    utimesSync(file, 1, 1)
    return `${LARGE}xy`
  },
  'was replaced': (file) => {
    writeFileSync(`${file}.new`, `${LARGE}ab`)
    renameSync(`${file}.new`, file)
    return `${LARGE}ab`
  },
}

test.each(Object.entries(changes))('a file that another program changed is read again: it %s', (_title, change) => {
  const { file, append } = openAppender()
  for (const text of [LARGE, 'a', 'b']) append(text)
  const text = change(file)
  expect(append('c')).toBe(text)
  expect(append('d')).toBe('unchanged')
  expect(readFileSync(file, 'utf8')).toBe(`${text}cd`)
})

test('the previous version is not used if another program changed or removed it', () => {
  const { file, append } = openAppender()
  for (const text of [LARGE, 'a', 'b']) append(text)
  const spare = (): string => join(dirname(file), entries(file).find((name) => name.endsWith('.tmp')) ?? '')
  appendFileSync(spare(), 'wrong')
  append('c')
  rmSync(spare())
  append('d')
  expect(readFileSync(file, 'utf8')).toBe(`${LARGE}abcd`)
})

test('a file or a folder that was removed in between is created again', () => {
  const { file, append } = openAppender(join(makeTempFolder(), 'deep/er/a.yaml'))
  for (const text of [LARGE, 'a']) append(text)
  rmSync(file)
  expect(append('b')).toBe(undefined)
  rmSync(dirname(file), { recursive: true })
  expect(append('c')).toBe(undefined)
  expect(readFileSync(file, 'utf8')).toBe('c')
})

test('two writers of a file see what the other one wrote', () => {
  const first = openAppender()
  const second = openAppender(first.file)
  let text = ''
  for (let round = 0; round < 3; round++) {
    for (const { append } of [first, second]) {
      expect(append(LARGE)).toBe(text === '' ? undefined : text)
      text += LARGE
    }
  }
  expect(readFileSync(first.file, 'utf8')).toBe(text)
})

test.skipIf(process.platform === 'win32')(
  'a link remains a link, even if its target or the folder of its target does not exist',
  () => {
    const folder = makeTempFolder()
    mkdirSync(join(folder, 'links'))
    symlinkSync('../files/target.yaml', join(folder, 'links/a.yaml'))
    symlinkSync('../missing', join(folder, 'links/folder'))
    symlinkSync('a.yaml', join(folder, 'links/chain.yaml'))
    for (const [name, target] of [
      ['a.yaml', 'files/target.yaml'],
      ['chain.yaml', 'files/target.yaml'],
      ['folder/b.yaml', 'missing/b.yaml'],
    ] as const) {
      const { append, growing } = openAppender(join(folder, 'links', name))
      append('x')
      growing.close()
      expect(readFileSync(join(folder, target), 'utf8')).toMatch(/^x+$/)
    }
    expect(
      ['a.yaml', 'chain.yaml', 'folder'].map((name) => lstatSync(join(folder, 'links', name)).isSymbolicLink()),
    ).toEqual([true, true, true])
  },
)

test('errors of the plan leave the file as it is: a CassetteError is thrown as it is, others in a CassetteSaveError', () => {
  const { file, append, growing } = openAppender()
  append('a')
  const invalid = new CassetteParseError({ file, line: 1, column: 1 }, 'invalid')
  const failing =
    (error: Error): Parameters<GrowingFile['write']>[0] =>
    () => {
      throw error
    }
  expect(() => growing.write(failing(invalid))).toThrow(invalid)
  expect(() => growing.write(failing(new RangeError('too deep')))).toThrow(CassetteSaveError)
  expect(() => growing.write(() => ({ keep: 0, end: 1, text: 'x'.repeat(300 * 1024 * 1024) }))).toThrow(
    'it would have 314572800 bytes, and can have at most 268435456. Record into several cassettes',
  )
  expect([readFileSync(file, 'utf8'), entries(file)]).toEqual(['a', ['a.yaml']])
})

test.skipIf(process.platform !== 'linux')(
  'an addition reads and writes the same number of bytes, however large the file is',
  () => {
    const { append } = openAppender()
    const cost = (): number => {
      const before = countBytes()
      append('y'.repeat(5_000))
      return countBytes() - before
    }
    for (const text of [LARGE, 'a', 'b']) append(text)
    const first = cost()
    for (let count = 0; count < 20; count++) append(LARGE)
    append('c')
    expect(cost()).toBeLessThan(2 * first)
  },
)

/** The bytes that this process has read and written. */
function countBytes(): number {
  return [...readFileSync('/proc/self/io', 'utf8').matchAll(/^[rw]char: (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  )
}
