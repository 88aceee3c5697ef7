import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { findInputs } from './find-inputs.ts'

/** Creates empty files in a folder, and returns how the folder is spelled relative to the working directory. */
function makeFiles(...names: string[]): string {
  const folder = makeTempFolder()
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), '')
  }
  return relative('.', folder)
}

async function find(folder: string, ...paths: string[]): Promise<{ names: string[]; failures: string[] }> {
  const { inputs, failures } = await findInputs(paths.map((path) => join(folder, path)))
  for (const { file, path } of inputs) expect(join(process.cwd(), path)).toBe(file)
  return {
    names: inputs.map(({ name }) => name),
    failures: failures.map(({ message }) => message.replaceAll(folder, 'F')),
  }
}

test.each([
  ['**/*.yaml', ['a.yaml', 'sub/b.yaml', 'sub/deep/[c].yaml']],
  ['sub/*.{yaml,har}', ['b.yaml', 'c.har']],
  ['sub/**', ['.hidden.yml', 'b.yaml', 'c.har', 'deep/[c].yaml']],
  ['*', ['a.yaml']],
  ['sub', ['.hidden.yml', 'b.yaml', 'c.har', 'deep/[c].yaml']],
  ['s*b/**/[[]c].yaml', ['sub/deep/[c].yaml']],
  ['sub/deep/[c].yaml', ['[c].yaml']],
  ['sub/../a.yaml', ['a.yaml']],
  ['notes.txt', ['notes.txt']],
])('finds the cassettes of %s', async (path, names) => {
  const folder = makeFiles(
    'a.yaml',
    'notes.txt',
    'sub/b.yaml',
    'sub/c.har',
    'sub/.hidden.yml',
    'sub/notes.md',
    'sub/deep/[c].yaml',
    'node_modules/x/d.yaml',
    'sub/.git/e.yaml',
  )
  expect(await find(folder, path)).toEqual({ names, failures: [] })
})

test('a folder can have characters that have a meaning in globs', async () => {
  const folder = makeFiles('[id]/(a)/x.yaml')
  expect(await find(folder, '[id]/(a)')).toEqual({ names: ['x.yaml'], failures: [] })
})

test('reports each path without cassettes', async () => {
  const folder = makeFiles('docs/readme.md')
  const none = 'no name there ends in .yaml, .yml, .yaml.gz, .json or .har.'
  expect(await find(folder, 'absent.yaml', 'docs', 'docs/*.md', 'absent/*.yaml')).toEqual({
    names: [],
    failures: [
      'Failed to open F/absent.yaml: there is no such file or folder.',
      `Failed to find a cassette in F/docs: ${none}`,
      `Failed to find a cassette in F/docs/*.md: ${none}`,
      `Failed to find a cassette in F/absent/*.yaml: ${none}`,
    ],
  })
})

test('a glob finds linked files', async () => {
  const folder = makeFiles('real/a.yaml')
  symlinkSync('real/a.yaml', join(folder, 'b.yaml'))
  expect(await find(folder, '*.yaml')).toEqual({ names: ['b.yaml'], failures: [] })
})

test('does not follow links to folders in a folder, even if they have the name of a cassette', async () => {
  const folder = makeFiles('real/a.yaml')
  symlinkSync('.', join(folder, 'real/round.yaml'))
  symlinkSync('../real', join(folder, 'real/again'))
  expect(await find(folder, 'real')).toEqual({ names: ['a.yaml'], failures: [] })
})

// The superuser can list every folder.
test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'reports a folder that it can not list, and finds the others',
  async () => {
    const folder = makeFiles('a.yaml', 'closed/b.yaml')
    chmodSync(join(folder, 'closed'), 0)
    expect(await find(folder, '.')).toEqual({
      names: ['a.yaml'],
      failures: [expect.stringMatching(/^Failed to list the folder .*closed\/?: permission denied\.$/)],
    })
    chmodSync(join(folder, 'closed'), 0o755)
  },
)
