import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette } from '../../../test/build-cassette.ts'
import { makeTempFolder } from '../../../test/temp-folder.ts'
import { stringifyCassette } from '../../format/stringify-cassette.ts'
import { givenPaths, isFolder, selectCassettes } from './select-cassettes.ts'

/** Creates cassettes with two interactions, and returns how the folder is spelled relative to the working directory. */
function makeCassettes(...names: string[]): string {
  const folder = makeTempFolder()
  const text = stringifyCassette(buildCassette({ url: 'https://a.test/0' }, { url: 'https://a.test/1' }))
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return relative('.', folder)
}

async function select(folder: string, ...paths: string[]) {
  const { selections, failures } = await selectCassettes(paths.map((path) => join(folder, path)))
  const short = (text: string): string => text.replaceAll(`${folder}/`, '')
  return {
    selections: selections.map((selection) => ({
      path: short(selection.path),
      given: short(selection.given),
      name: selection.name,
      indexes: selection.read().interactions.map(({ index }) => index),
    })),
    failures: failures.map(({ message }) => short(message)),
  }
}

test('files, folders and globs are found, each with all its interactions', async () => {
  const folder = makeCassettes('a.yaml', 'sub/b.yaml')
  expect(await select(folder, 'a.yaml', 'sub', '*/b.yaml')).toEqual({
    selections: [
      { path: 'a.yaml', given: 'a.yaml', name: 'a.yaml', indexes: [0, 1] },
      { path: 'sub/b.yaml', given: 'sub', name: 'b.yaml', indexes: [0, 1] },
      { path: 'sub/b.yaml', given: '*/b.yaml', name: 'sub/b.yaml', indexes: [0, 1] },
    ],
    failures: [],
  })
})

test('a number selects one interaction of a file', async () => {
  const folder = makeCassettes('a.yaml')
  expect((await select(folder, 'a.yaml#1')).selections).toEqual([
    { path: 'a.yaml', given: 'a.yaml', name: 'a.yaml', indexes: [1] },
  ])
})

test('a number that the cassette does not have is a failure of its reading', async () => {
  const folder = makeCassettes('a.yaml')
  const { selections } = await selectCassettes([join(folder, 'a.yaml#2')])
  expect(() => selections[0]?.read()).toThrow('there is no #2: the cassette has 2 interactions, counted from #0')
})

test('a file whose name has a number sign or a colon is never taken for anything else', async () => {
  const folder = makeCassettes('a.yaml#1', 'HEAD:b.yaml')
  expect((await select(folder, 'a.yaml#1', 'HEAD:b.yaml')).selections).toEqual([
    { path: 'a.yaml#1', given: 'a.yaml#1', name: 'a.yaml#1', indexes: [0, 1] },
    { path: 'HEAD:b.yaml', given: 'HEAD:b.yaml', name: 'HEAD:b.yaml', indexes: [0, 1] },
  ])
})

test('each path without cassettes is reported, and the others are found', async () => {
  const folder = makeCassettes('a.yaml')
  expect(await select(folder, 'gone.yaml', 'a.yaml', 'x*.yaml#1')).toEqual({
    selections: [{ path: 'a.yaml', given: 'a.yaml', name: 'a.yaml', indexes: [0, 1] }],
    failures: [
      'Failed to open gone.yaml: there is no such file or folder.',
      'Failed to find a cassette in x*.yaml: no name there ends in .yaml, .yml, .yaml.gz, .json or .har.',
    ],
  })
})

test('nothing is read before it is needed', async () => {
  const folder = makeTempFolder()
  const file = join(folder, 'a.yaml')
  writeFileSync(file, 'version: 2\ninteractions: 1\n')
  const { selections, failures } = await selectCassettes([file])
  expect({ paths: selections.map(({ path }) => path), failures }).toEqual({ paths: [file], failures: [] })
  expect(() => selections[0]?.read()).toThrow('interactions must be a list')
})

test('the paths of the user are listed once', async () => {
  const folder = makeCassettes('a.yaml', 'sub/b.yaml', 'sub/c.yaml')
  const { selections } = await selectCassettes([join(folder, 'sub'), join(folder, 'a.yaml')])
  expect(givenPaths(selections)).toEqual([join(folder, 'sub'), join(folder, 'a.yaml')])
})

test('a folder is told from a file, and from nothing', () => {
  const folder = makeCassettes('a.yaml')
  expect([folder, join(folder, 'a.yaml'), join(folder, 'gone')].map(isFolder)).toEqual([true, false, false])
})
