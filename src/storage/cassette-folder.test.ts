import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { findCassetteFolders, listCassettes, removeCassette } from './cassette-folder.ts'

/** Creates empty files in a new folder. */
function create(...files: string[]): string {
  const root = makeTempFolder()
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), '')
  }
  return root
}

test('cassettes are listed by the test file that they belong to, and whether that file still exists', () => {
  const root = create(
    ...['a.test.ts', 'c.test.mts', 'cassettes/shared.yaml', 'cassettes/notes.txt', 'cassettes/.hidden.yaml'],
    ...['cassettes/a.test.ts/one.yaml', 'cassettes/a.test.ts/two.yml', 'cassettes/a.test.ts/deep/three.yaml'],
    ...['cassettes/b.test.tsx/one.yaml', 'cassettes/c.test/one.yaml', 'cassettes/d.test/one.yaml'],
  )
  const at = (path: string): string => join(root, path)
  expect(listCassettes(root, 'cassettes')).toEqual([
    { testFile: undefined, presence: 'present', files: [at('cassettes/shared.yaml')] },
    {
      testFile: at('a.test.ts'),
      presence: 'present',
      files: [at('cassettes/a.test.ts/one.yaml'), at('cassettes/a.test.ts/two.yml')],
    },
    { testFile: at('b.test.tsx'), presence: 'deleted', files: [at('cassettes/b.test.tsx/one.yaml')] },
    { testFile: at('c.test.mts'), presence: 'present', files: [at('cassettes/c.test/one.yaml')] },
    { testFile: undefined, presence: 'present', files: [at('cassettes/d.test/one.yaml')] },
  ])
})

test('a folder without cassettes has none', () => {
  expect(listCassettes(create('a.test.ts'), 'cassettes')).toEqual([
    { testFile: undefined, presence: 'present', files: [] },
  ])
})

test('cassette folders are found in all folders except packages, hidden ones and cassette folders', () => {
  const root = create(
    ...['cassettes/a.yaml', 'src/cassettes/a.yaml', 'src/deep/cassettes/a.yaml', 'src/cassettes.yaml'],
    ...['node_modules/x/cassettes/a.yaml', '.git/cassettes/a.yaml', 'cassettes/inner/cassettes/a.yaml'],
    ...['empty/a.ts', 'file/cassettes'],
  )
  expect(findCassetteFolders(root, 'cassettes').sort()).toEqual([root, join(root, 'src'), join(root, 'src/deep')])
  expect(findCassetteFolders(join(root, 'absent'), 'cassettes')).toEqual([])
})

test('a removed cassette takes its folder and the one above with it if they are empty, and no other', () => {
  const root = create('project/cassettes/a.test.ts/one.yaml', 'project/cassettes/b.test.ts/one.yaml')
  const at = (path: string): string => join(root, 'project/cassettes', path)
  removeCassette(at('a.test.ts/one.yaml'))
  expect(readdirSync(at('.'))).toEqual(['b.test.ts'])
  writeFileSync(at('b.test.ts/two.yaml'), '')
  removeCassette(at('b.test.ts/one.yaml'))
  expect(readdirSync(at('b.test.ts'))).toEqual(['two.yaml'])
  removeCassette(at('b.test.ts/two.yaml'))
  expect([existsSync(at('.')), existsSync(join(root, 'project'))]).toEqual([false, true])
})

test('a cassette that another process has removed is no error', () => {
  const root = create('project/cassettes/a.test.ts/two.yaml')
  removeCassette(join(root, 'project/cassettes/a.test.ts/one.yaml'))
  expect(readdirSync(join(root, 'project/cassettes/a.test.ts'))).toEqual(['two.yaml'])
})

test('a folder or a file is only skipped for its whole name', () => {
  const root = create(
    'my_node_modules/cassettes/a.yaml',
    'node_modules.old/cassettes/a.yaml',
    'x.y/cassettes/a.yaml.bak',
  )
  expect(findCassetteFolders(root, 'cassettes').sort()).toEqual(
    ['my_node_modules', 'node_modules.old', 'x.y'].map((name) => join(root, name)),
  )
  expect(listCassettes(join(root, 'x.y'), 'cassettes')).toEqual([
    { testFile: undefined, presence: 'present', files: [] },
  ])
})
