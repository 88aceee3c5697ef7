import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stringifyCassette } from '../../src/format/stringify-cassette.ts'
import type { Interaction } from '../../src/index.ts'
import { type Provenance, signInteraction } from '../../src/provenance/provenance.ts'
import { installPackages } from '../examples/install-example.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

function build(response: Partial<Interaction['response']> = {}): Interaction {
  return signInteraction({
    request: { method: 'GET', url: 'https://api.test/models', headers: [], body: encode('') },
    response: {
      status: 200,
      statusText: 'OK',
      headers: [['Content-Type', 'application/json']],
      body: encode('{"data":[]}'),
      ...response,
    },
  })
}

const write = (...interactions: Interaction[]): string => stringifyCassette({ interactions })

function makeFolder(files: Record<string, string>): string {
  const folder = makeTempFolder()
  mkdirSync(join(folder, 'sub'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('prints findings with their positions, a summary of the origins, and fails', async () => {
  const folder = makeFolder({
    'a.yaml': write(build()),
    'sub/b.yaml': write(build()).replace('"data"', '"dada"'),
    'c.yaml': write(build()).replace(/.*recorded_by.*\n/, ''),
    'package.json': '{"name":"x"}',
    'broken.yaml': 'version: 2\ninteractions:\n- request: 1\n',
  })
  expect(await runCli(folder, 'lint', '.')).toEqual({
    code: 1,
    stdout:
      'broken.yaml:3:12 error interactions[0].request must be a map, and is 1 unreadable\n' +
      'sub/b.yaml:4:3 warning this interaction was edited after it was recorded: its digest in "recorded_by" differs. ' +
      'Record it again, or remove "recorded_by" to declare it hand-written edited\n' +
      '1 error, 1 warning in 4 cassettes. 3 interactions: 1 recorded, 1 edited since, 1 not recorded by msw-cassette.\n',
    stderr: '',
  })
  expect(await runCli(folder, 'lint', 'a.yaml', 'sub')).toMatchObject({ code: 0 })
  expect(await runCli(folder, 'lint', 'sub', '--fail-on', 'warning')).toMatchObject({ code: 1 })
  expect(await runCli(folder, 'lint', 'sub', '--fail-on', 'warning', '--ignore', 'edited')).toMatchObject({ code: 0 })
})

test('with --require recorded, a cassette that nobody recorded fails', async () => {
  const folder = makeFolder({ 'a.yaml': write(build()), 'b.yaml': write(build()).replace(/.*recorded_by.*\n/, '') })
  expect(await runCli(folder, 'lint', 'a.yaml', '--require', 'recorded')).toMatchObject({ code: 0 })
  expect(await runCli(folder, 'lint', 'b.yaml', '--require', 'recorded', '--format', 'github')).toEqual({
    code: 1,
    stdout:
      '::error file=b.yaml,line=4,col=3,title=not-recorded::no recorder of this library wrote this interaction: it has no digest. ' +
      'Record it\n1 error in 1 cassette. 1 interaction: 0 recorded, 0 edited since, 1 not recorded by msw-cassette.\n',
    stderr: '',
  })
})

test('--json prints one document, with the origin of each interaction', async () => {
  const folder = makeFolder({ 'a.yaml': write(build({ status: 404, statusText: '' })) })
  const { stdout, code } = await runCli(folder, 'lint', 'a.yaml', 'none.yaml', '--json')
  const provenance: Provenance[] = ['recorded']
  expect({ code, ...JSON.parse(stdout) }).toEqual({
    code: 1,
    files: [
      {
        path: 'a.yaml',
        findings: [
          {
            rule: 'only-errors',
            severity: 'warning',
            path: 'a.yaml',
            line: 24,
            column: 13,
            message: expect.stringMatching(/^the only answer of this cassette is 404\./),
            fixable: false,
          },
        ],
        provenance,
        fixed: 0,
      },
    ],
    failures: [{ path: 'none.yaml', message: 'Failed to open none.yaml: there is no such file or folder.' }],
  })
})

test('--fix removes the header of an encoding and wrong chunks, and keeps all other bytes and the origin', async () => {
  const encoded = write(build({ headers: [['Content-Encoding', 'gzip']] })).replace('---\n', '--- # ours\n')
  const chunked = write(build({ chunks: [{ size: 11, time: 1 }] })).replace('11@1', '10@1')
  const edited = chunked.replace('"data"', '"dada"')
  const folder = makeFolder({ 'a.yaml': encoded, 'b.yaml': chunked, 'edited.yaml': edited })
  const { code, stdout } = await runCli(folder, 'lint', 'a.yaml', 'b.yaml', 'edited.yaml', '--fix')
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(
      /^edited\.yaml:\d+:13 error .* wrong-chunks\n1 error in 3 cassettes\. 2 interactions: 2 recorded, .*\nFixed 2 problems\.\n$/,
    ),
  })
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const unsigned = (text: string): string => text.replace(/sha256:.*/, '')
  expect(unsigned(read('a.yaml'))).toBe(
    unsigned(encoded.replace(/ headers:\n {6}Content-Encoding:\n {6}- gzip\n/, ' headers: {}\n')),
  )
  expect(read('b.yaml')).toBe(chunked.replace(/.*chunks:.*\n/, ''))
  expect(read('edited.yaml')).toBe(edited)
})

test('a file can not control the terminal', async () => {
  const folder = makeFolder({ 'a.yaml': `version: 2\ninteractions:\n- "\\e]0;x\\a": 1\n  request: {}\n` })
  const { stdout } = await runCli(folder, 'lint', 'a.yaml')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: nothing of it is printed.
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
})

test.each([
  [[], 'There is no file or folder to examine.'],
  [['a.yaml', '--rule', 'editted'], /^There is no rule "editted"\. Did you mean edited\? Known: unreadable, /],
  [['a.yaml', '--format', 'jsn'], '--format is "jsn", and must be text, json or github. Did you mean json?'],
  [['a.yaml', '--require', 'all'], '--require is "all", and must be recorded.'],
  [['a.yaml', '--expires', 'soon'], '--expires is "soon", and must be an age such as 90d, 12h or 30m.'],
  [
    ['a.yaml', '--allow', '('],
    '--allow is "(", and must be a regular expression such as sk-test-\\w+ or /sk-test-\\w+/i.',
  ],
])('refuses the arguments %j', async (args, message) => {
  const { code, stdout, stderr } = await runCli(makeTempFolder(), 'lint', ...args)
  expect({ code, stdout, message: stderr.split('\n')[0] }).toEqual({
    code: 2,
    stdout: '',
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  })
})

test('--rules lists the rules with their severities', async () => {
  const { code, stdout } = await runCli(makeTempFolder(), 'lint', '--rules')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^unreadable {14}error {4}files that can not be read as a cassette\n/)
})

/** A URL with a credential. */
const SLACK_HOOK = `https://hooks.slack.com/services/${'T0A1B2C3D'}/${'B0A1B2C3D'}/${'a1B2c3D4e5F6g7H8i9J0k1L2'}`

test('finds what secretlint finds, if it is installed, and works without it', async () => {
  const rules = async (program: (folder: string, ...args: string[]) => Promise<{ stdout: string }>) => {
    const folder = makeFolder({ 'a.yaml': write(build({ body: encode(`{"hook":"${SLACK_HOOK}"}`) })) })
    const { stdout } = await program(folder, 'lint', 'a.yaml', '--json')
    const { files } = JSON.parse(stdout)
    return files[0].findings.map(({ rule }: { rule: string }) => rule)
  }
  expect(await rules(runCli)).toContain('secretlint')
  const project = makeTempFolder()
  installPackages(project, ['msw-cassette'])
  const installed = join(project, 'node_modules/msw-cassette/dist/cli/main.js')
  const runInstalled = async (cwd: string, ...args: string[]) =>
    spawnSync(process.execPath, [installed, ...args], { cwd, encoding: 'utf8' })
  expect(await rules(runInstalled)).not.toContain('secretlint')
})
