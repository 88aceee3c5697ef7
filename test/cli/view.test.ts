import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import type { ViewData } from '../../src/view/view-data.ts'
import { buildCassette } from '../build-cassette.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

const yaml = stringifyCassette(buildCassette({ response: 'one' }, { response: 'two' }))

/** Creates a folder with files. */
function makeFiles(files: Readonly<Record<string, string>>): string {
  const folder = makeTempFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** The data of a page. */
function readData(...path: string[]): ViewData {
  const [, json = ''] = /id="data">(.*?)<\/script>/s.exec(readFileSync(join(...path), 'utf8')) ?? []
  return JSON.parse(json)
}

test('writes a page of files and folders, and replaces it the next time', async () => {
  const folder = makeFiles({ 'a.yaml': yaml, 'all/b.yaml': yaml })
  const result = { code: 0, stdout: 'cassettes.html: 4 interactions of 2 cassettes\n', stderr: '' }
  expect(await runCli(folder, 'view', 'a.yaml', 'all')).toEqual(result)
  expect(await runCli(folder, 'view', 'a.yaml', 'all')).toEqual(result)
  expect(readData(folder, 'cassettes.html').cassettes.map(({ path }) => path)).toEqual(['a.yaml', 'all/b.yaml'])
})

test('with --json, prints where the page was written and what it contains', async () => {
  const folder = makeFiles({ 'a.yaml': yaml })
  const { code, stdout, stderr } = await runCli(folder, 'view', 'a.yaml', 'b.yaml', '--out', 'new/page.html', '--json')
  expect({ code, stderr, result: JSON.parse(stdout) }).toEqual({
    code: 1,
    stderr: 'Failed to open b.yaml: there is no such file or folder.\n',
    result: {
      output: 'new/page.html',
      bytes: readFileSync(join(folder, 'new/page.html')).length,
      cassettes: 1,
      interactions: 2,
      failures: [{ path: 'b.yaml', message: 'Failed to open b.yaml: there is no such file or folder.' }],
    },
  })
})

test('shows why a cassette can not be read, and shows the others', async () => {
  const folder = makeFiles({ 'a.yaml': 'version: 2\ninteractions: [\n', 'b.yaml': yaml })
  const { code, stderr } = await runCli(folder, 'view', '.')
  const failure = expect.stringMatching(/^Failed to read the cassette a\.yaml:3:1/)
  expect({ code, stderr }).toEqual({ code: 1, stderr: failure })
  expect(
    readData(folder, 'cassettes.html').cassettes.map(({ path, failure, interactions }) => [
      path,
      failure,
      interactions.length,
    ]),
  ).toEqual([
    ['a.yaml', failure, 0],
    ['b.yaml', undefined, 2],
  ])
})

test('marks interactions that have expired, were edited, or that no test can play', async () => {
  const signed = `recorded_by: msw-cassette/1.0.0 sha256:0123456789abcdef`
  const old = yaml.replaceAll(/^( *)request:$/gm, "$1recorded_at: '2020-01-01T00:00:00.000Z'\n$1request:")
  const folder = makeFiles({
    'old.yaml': old,
    'edited.yaml': yaml.replace(/^( *)request:$/m, `$1${signed}\n$1request:`),
    '__cassettes__/deleted.test.ts/a.yaml': yaml,
  })
  expect(await runCli(folder, 'view', '.', '--expires', '30d')).toMatchObject({ code: 0, stderr: '' })
  const badges = readData(folder, 'cassettes.html').cassettes.map(({ path, interactions }) => [
    path,
    ...interactions.map((interaction) => interaction.badges.join()),
  ])
  expect(badges).toEqual([
    ['__cassettes__/deleted.test.ts/a.yaml', 'unplayed', 'unplayed'],
    ['edited.yaml', 'edited', 'not recorded'],
    ['old.yaml', 'expired', 'expired'],
  ])
})

test('replaces no file that is not a page, except with --force, and never a cassette that it shows', async () => {
  const folder = makeFiles({ 'a.yaml': yaml, 'notes.html': '<p>mine</p>' })
  expect(await runCli(folder, 'view', 'a.yaml', '--out', 'notes.html')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      '--out is "notes.html", which is a file of something else. To replace it, add --force.\nSee msw-cassette view --help.\n',
  })
  expect(readFileSync(join(folder, 'notes.html'), 'utf8')).toBe('<p>mine</p>')
  expect(await runCli(folder, 'view', 'a.yaml', '--out', 'notes.html', '--force')).toMatchObject({ code: 0 })
  expect(await runCli(folder, 'view', '.', '--out', './a.yaml', '--force')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--out is "./a.yaml", which is a cassette to show, and must be another file.'),
  })
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(yaml)
})

test.each([
  [[], 'There is no file or folder to view.'],
  [[''], 'The name of a file or folder is empty.'],
  [['a.yaml', '--out', ''], '--out is empty, and must be a file.'],
  [['a.yaml', '--out', '.'], '--out is ".", which is a folder, and must be a file.'],
  [['a.yaml', '--expires', 'soon'], '--expires is "soon", and must be an age such as 90d, 12h or 30m.'],
  [['a.yaml', 'b.yaml', '--against', 'a.yaml'], '--against compares one cassette, and there are 2 to view.'],
  [['a.yaml', '--against', 'c.yaml'], 'Failed to open c.yaml: there is no such file or folder.'],
  [['a.yaml', '--against', '.'], '--against is ".", and must name one cassette.'],
  [['a.yaml', '--against', 'd.txt'], expect.stringContaining('d.txt')],
  [['a.yaml', '--opne'], expect.stringContaining('Did you mean --open?')],
])('refuses %j', async (args, message) => {
  const folder = makeFiles({ 'a.yaml': yaml, 'b.yaml': yaml, 'd.txt': 'no cassette' })
  const { code, stdout, stderr } = await runCli(folder, 'view', ...args)
  const [text = ''] = stderr.split('\nSee msw-cassette view --help.')
  expect({ code, stdout, message: text }).toEqual({ code: 2, stdout: '', message })
  expect(existsSync(join(folder, 'cassettes.html'))).toBe(false)
})

test('compares with another recording', async () => {
  const [first = '', second = ''] = [yaml, yaml.replace('two', 'new')]
  const folder = makeFiles({ 'a.yaml': second, 'old.yaml': first })
  expect(await runCli(folder, 'view', 'a.yaml', '--against', 'old.yaml')).toMatchObject({ code: 0, stderr: '' })
  const { against, cassettes } = readData(folder, 'cassettes.html')
  const verdicts = cassettes[0]?.interactions.map(({ diff }) => diff?.verdict)
  expect({ against, verdicts, removed: cassettes[0]?.removed }).toEqual({
    against: 'old.yaml',
    verdicts: ['identical', 'wording'],
    removed: [],
  })
})

test.skipIf(process.platform !== 'linux')('opens the page, or reports that it can not', async () => {
  const folder = makeFiles({ 'a.yaml': yaml, 'bin/xdg-open': '#!/bin/sh\necho "$@" > opened.txt\n' })
  chmodSync(join(folder, 'bin/xdg-open'), 0o755)
  const before = process.env.PATH
  try {
    process.env.PATH = join(folder, 'bin')
    expect(await runCli(folder, 'view', 'a.yaml', '--out', 'a b;c.html', '--open')).toMatchObject({ code: 0 })
    const opened = (): string => readFileSync(join(folder, 'opened.txt'), 'utf8')
    await expect.poll(opened).toBe(`${pathToFileURL(join(folder, 'a b;c.html'))}\n`)
    process.env.PATH = folder
    expect(await runCli(folder, 'view', 'a.yaml', '--open')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Failed to open cassettes\.html: .*ENOENT.*\. Open it in a browser\.\n$/),
    })
  } finally {
    process.env.PATH = before
  }
})
