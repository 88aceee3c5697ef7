import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { stringifyCassette } from 'msw-cassette'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { buildCassette } from '../build-cassette.ts'
import { readBlocks } from '../docs/blocks.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { chatExchange } from './chat-exchange.ts'
import { program, runCli } from './run-cli.ts'

/** A provider whose answers have another member than the recordings. */
const provider = createServer(async (request, response) => {
  await text(request)
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: crypto.randomUUID() }))
})

beforeAll(() => new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening)))
afterAll(() => provider.close())

const originOf = (): string => `http://127.0.0.1:${(provider.address() as AddressInfo).port}`

/** A folder with cassettes, damaged cassettes, and a suite for `learn`. */
function makeProject(): string {
  const folder = makeTempFolder()
  const write = (file: string, content: string): void => {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  const chat = stringifyCassette(buildCassette({ ...chatExchange({ city: 'Lisbon' }), duration: 5 }))
  const stream = { type: 'text/event-stream', response: 'event: a\ndata: {"b":1}\n\ndata: c\n\n' }
  const key = { ...chatExchange(), request: `password=${'kq8Zt3LmPw9RxV2bNc7J'}` }
  write('old/a.yaml', chat)
  write('old/gone.yaml', chat)
  write('new/a.yaml', stringifyCassette(buildCassette(chatExchange({ text: 'No.' }), stream, key)))
  write('new/bad.yaml', '{')
  write('src/__cassettes__/deleted.test.ts/a.yaml', chat)
  write('suite.mjs', toSuite())
  execFileSync('git', ['init'], { cwd: folder, stdio: 'ignore' })
  return folder
}

/** Sends a request that differs in each run. */
function toSuite(): string {
  const library = pathToFileURL(resolve('dist/without-msw.js')).href
  return `import { openCassette } from ${JSON.stringify(library)}
const session = openCassette('a.yaml', { hosts: ['127.0.0.1:*'] })
const body = JSON.stringify({ id: crypto.randomUUID() })
await (await session.fetch('${originOf()}', { method: 'POST', body })).text()
await session.close()
`
}

/** The documented type of each output, and the command line that prints it. */
const OUTPUTS: readonly (readonly [type: string, line: string])[] = [
  ['ShowResult', 'show new --raw --json'],
  ['DiffResult', 'diff old/a.yaml new/a.yaml --json'],
  ['FolderDiffResult', 'diff old new --json'],
  ['ViewResult', 'view new --json'],
  ['ListResult', 'list new --expires 1d --json'],
  ['InitResult', 'init --git --json'],
  ['LintResult', 'lint new --json'],
  ['LintRules', 'lint --rules --json'],
  ['PruneResult', 'prune --json'],
  ['RedactResult', 'redact new --dry-run --json'],
  ['CheckResult', 'check new --yes --origin ORIGIN --json'],
  ['LearnResult', 'learn --json -- node suite.mjs'],
  ['ConvertResult', 'convert new --to har --out out --json'],
]

test('every command prints the JSON that docs/commands.md describes', { timeout: 60_000 }, async () => {
  const folder = makeProject()
  const print = async ([type, line]: (typeof OUTPUTS)[number]): Promise<[type: string, json: string]> => [
    type,
    (await runCli(folder, ...line.replace('ORIGIN', originOf()).split(' '))).stdout,
  ]
  const outputs = [...(await Promise.all(OUTPUTS.map(print))), ['ServeResult', await serve(folder)]]
  const types = readBlocks('docs/commands.md').filter(({ language }) => language === 'ts')
  // A literal may have no member that its type lacks.
  const values = outputs.map(([type, json], index) => `export const value${index}: ${type} = ${json}`)
  const checked = join(folder, 'checked')
  mkdirSync(checked)
  symlinkSync(resolve('node_modules'), join(checked, 'node_modules'), 'junction')
  writeFileSync(join(checked, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(checked, 'types.d.ts'), types.map(({ code }) => code).join('\n'))
  writeFileSync(join(checked, 'values.ts'), values.join('\n'))
  writeFileSync(join(checked, 'tsconfig.json'), JSON.stringify({ extends: resolve('tsconfig.json'), include: ['.'] }))
  expect(typeCheck(checked)).toBe('')
  const tested = new Set([...OUTPUTS.map(([, line]) => line.split(' ')[0]), 'serve'])
  expect(commands.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([])
})

/** Starts a server, and ends it once it has printed its JSON. */
async function serve(folder: string): Promise<string> {
  const child = spawn(process.execPath, [program, 'serve', 'old', '--json'], { cwd: folder })
  const output = text(child.stdout)
  child.stdout.once('data', () => child.kill('SIGINT'))
  return output
}

function typeCheck(folder: string): string {
  try {
    return String(
      execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder, '--noEmit']),
    )
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout)
  }
}
