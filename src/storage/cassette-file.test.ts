import { spawnSync } from 'node:child_process'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, vi } from 'vitest'
import { refusal } from '../../test/refusal.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { leavesProject, readCassetteFile, resolveCassettePath, toShownPath } from './cassette-file.ts'

test('a path starts at the working directory, and a URL names its file, also as text', () => {
  const absolute = resolve('cassettes/a b.yaml')
  expect({
    relative: resolveCassettePath('cassettes/a b.yaml'),
    absolute: resolveCassettePath(absolute),
    url: resolveCassettePath(pathToFileURL(absolute)),
    text: resolveCassettePath(pathToFileURL(absolute).href),
    nameLikeUrl: resolveCassettePath('a-file://b'),
  }).toEqual({
    relative: absolute,
    absolute,
    url: absolute,
    text: absolute,
    nameLikeUrl: resolve('a-file://b'),
  })
})

test('a URL that does not name a file is refused', () => {
  const url = new URL('https://a.test/x.yaml')
  expect(refusal(() => resolveCassettePath(url))).toMatchObject({
    code: 'cassette_unreadable',
    file: 'https://a.test/x.yaml',
    message: 'Failed to open the cassette https://a.test/x.yaml: only file: URLs name a file.',
    cause: { code: 'ERR_INVALID_URL_SCHEME' },
  })
})

test('only a relative path can leave the project by mistake', () => {
  const paths = ['../a.yaml', '..', 'a/../../b.yaml', '..a.yaml', 'a/..b.yaml', 'a/../b.yaml', '/tmp/a.yaml']
  expect(paths.filter(leavesProject)).toEqual(['../a.yaml', '..', 'a/../../b.yaml'])
  expect(leavesProject(pathToFileURL('../a.yaml'))).toBe(false)
})

test('messages show a path as it was spelled, and an absolute one relative to the project if it is inside', () => {
  const show = (path: string | URL): string => toShownPath(path, resolveCassettePath(path))
  const [inside, dotted, outside] = [resolve('a/b.yaml'), resolve('..a/b.yaml'), resolve('../a/b.yaml')]
  expect({
    relative: show('./a/../b.yaml'),
    inside: [inside, pathToFileURL(inside), pathToFileURL(inside).href].map(show),
    dotted: show(dotted),
    outside: [outside, pathToFileURL(outside)].map(show),
    parent: show(resolve('..')),
  }).toEqual({
    relative: './a/../b.yaml',
    inside: ['a/b.yaml', 'a/b.yaml', 'a/b.yaml'],
    dotted: '..a/b.yaml',
    outside: [outside, outside],
    parent: resolve('..'),
  })
})

test('the bytes of a file are read, and a missing file has none', () => {
  const folder = makeTempFolder()
  const file = join(folder, 'a.yaml')
  writeFileSync(file, 'text')
  expect([file, join(folder, 'absent'), join(file, 'x')].map(readCassetteFile)).toEqual([
    new TextEncoder().encode('text'),
    undefined,
    undefined,
  ])
})

test('a folder, a file that is too large and a name with a NUL are refused', () => {
  const folder = makeTempFolder()
  const [large, inner] = [join(folder, 'large.yaml'), join(folder, 'inner')]
  mkdirSync(inner)
  writeFileSync(large, '')
  truncateSync(large, 256 * 1024 * 1024 + 1)
  expect([inner, large, join(folder, 'a\0b')].map((file) => refusal(() => readCassetteFile(file))?.message)).toEqual([
    `Failed to open the cassette ${inner}: it is a folder; name a file in it.`,
    `Failed to open the cassette ${large}: it has 268435457 bytes, and a cassette can have at most 268435456.`,
    `Failed to open the cassette ${folder}/a·b: the name has a NUL character, which no file name has.`,
  ])
})

test.skipIf(process.platform === 'win32')('a pipe is refused instead of waiting for its writer', () => {
  const pipe = join(makeTempFolder(), 'pipe')
  spawnSync('mkfifo', [pipe])
  expect(refusal(() => readCassetteFile(pipe))).toMatchObject({
    code: 'cassette_unreadable',
    message: `Failed to open the cassette ${pipe}: it is a device, a pipe or a socket, not a file.`,
  })
})

test('an error has the one of the system as its cause', () => {
  const folder = makeTempFolder()
  expect(refusal(() => readCassetteFile(folder))).toMatchObject({ cause: { code: 'EISDIR' } })
})

test('while `learn` runs a suite, each cassette has a file of its own in another folder', () => {
  const folder = makeTempFolder()
  vi.stubEnv('MSW_CASSETTE_LEARNING_FOLDER', folder)
  const resolved = ['a/b.yaml', '../b.yaml', resolve('c.yaml')].map(resolveCassettePath)
  vi.unstubAllEnvs()
  expect(resolved).toEqual(['a/b.yaml', '__/b.yaml', 'c.yaml'].map((path) => join(folder, path)))
})
