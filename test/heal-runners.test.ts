import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseCassette, stringifyCassette } from 'msw-cassette'
import { afterEach, expect, test, vi } from 'vitest'
import { buildCassette } from './build-cassette.ts'
import { runCli } from './cli/run-cli.ts'
import { installExample } from './examples/install-example.ts'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runCommand, runNode } from './examples/run-node.ts'
import { runVitest } from './examples/run-vitest.ts'
import { type LocalServer, startServer } from './start-server.ts'
import { makeTempFolder } from './temp-folder.ts'

const LIMIT = 60_000

afterEach(() => void vi.unstubAllEnvs())

const startEcho = (): Promise<LocalServer> =>
  startServer((request, response) => void response.end(`live ${request.url}`))

function write(file: string, { origin }: LocalServer, ...paths: string[]): void {
  writeFileSync(
    file,
    stringifyCassette(buildCassette(...paths.map((path) => ({ url: origin + path, response: `recorded ${path}` })))),
  )
}

const answersIn = (file: string): string[] =>
  parseCassette(readFileSync(file)).interactions.map(({ response }) => new TextDecoder().decode(response.body))

test(
  'in Vitest, a test that passes heals its cassette, also when it is retried, and one that fails does not',
  async () => {
    await using upstream = await startEcho()
    const ask = `const ask = async (path) => (await fetch('${upstream.origin}' + path)).text()\n`
    const body = "await ask('/a'); await ask('/b2')"
    const tests = [
      `test('passes', { meta: { cassette: true } }, async () => { ${body} })`,
      `test('fails', { meta: { cassette: true } }, async () => { ${body}; expect(1).toBe(2) })`,
      `let tries = 0; test('retries', { retry: 1, meta: { cassette: true } }, async () => { ${body}; expect(++tries).toBe(2) })`,
      `test('shares', { meta: { cassette: 'shared' } }, async () => { ${body} })`,
    ]
    const config = `plugins: [cassettes({ hosts: ['${upstream.host}'] })]`
    const folder = makeVitestProject({ 'x.test.ts': tests.join('\n') }, {}, config)
    writeFileSync(join(folder, 'src/x.test.ts'), `import { expect, test } from 'vitest'\n${ask}${tests.join('\n')}`)
    const cassettes = join(folder, 'src/__cassettes__/x.test.ts')
    mkdirSync(cassettes, { recursive: true })
    for (const name of ['passes', 'fails', 'retries', 'shared'])
      write(join(cassettes, `${name}.yaml`), upstream, '/a', '/b', '/c')
    const { output } = await runVitest(folder, [], { MSW_CASSETTE_MODE: 'heal' })
    const file = 'src/__cassettes__/x.test.ts'
    for (const name of ['passes', 'retries'])
      expect(output).toContain(
        `healed 1 of 3 turns in ${file}/${name}.yaml (#1 url.path; 1 removed): 1 call made, 1 not`,
      )
    expect(output).toContain(`healed 0 of 3 turns in ${file}/shared.yaml (1 added): 1 call made, 1 not. Other tests`)
    const healed = ['recorded /a', 'live /b2']
    const before = ['recorded /a', 'recorded /b', 'recorded /c']
    expect({
      passes: answersIn(join(cassettes, 'passes.yaml')),
      fails: answersIn(join(cassettes, 'fails.yaml')),
      retries: answersIn(join(cassettes, 'retries.yaml')),
      shared: answersIn(join(cassettes, 'shared.yaml')),
    }).toEqual({ passes: healed, fails: before, retries: healed, shared: [...before, 'live /b2'] })
  },
  LIMIT,
)

test(
  'in node:test, withCassette heals, and prints a line',
  async () => {
    await using upstream = await startEcho()
    const folder = makeTempFolder()
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
    const file = join(folder, '__cassettes__/a.test/says-hi.yaml')
    mkdirSync(dirname(file), { recursive: true })
    write(file, upstream, '/a', '/b')
    const program = `
import test from 'node:test'
import { withCassette } from ${JSON.stringify(resolve('dist/node-test.js'))}
test('says hi', withCassette({ hosts: ['${upstream.host}'] }, async () => {
  for (const path of ['/a', '/b2']) await fetch('${upstream.origin}' + path)
}))
`
    writeFileSync(join(folder, 'a.test.mjs'), program)
    const outcome = await runCommand(folder, 'node --test', { MSW_CASSETTE_MODE: 'heal', CI: '' })
    expect(outcome).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining(
        'healed 1 of 2 turns in __cassettes__/a.test/says-hi.yaml (#1 url.path): 1 call made, 1 not',
      ),
    })
    expect(answersIn(file)).toEqual(['recorded /a', 'live /b2'])
  },
  LIMIT,
)

test(
  'a served cassette is healed if the command ends with 0',
  async () => {
    await using upstream = await startEcho()
    const folder = makeTempFolder()
    const file = join(folder, 'a.yaml')
    const program = `const get = (path) => fetch(process.env.OPENAI_BASE_URL.replace('/v1', '') + path)
await get('/a'); await get('/b2'); process.exit(Number(process.argv[2]))`
    writeFileSync(join(folder, 'get.mjs'), program)
    const serve = (code: string): ReturnType<typeof runCli> =>
      runCli(
        folder,
        'serve',
        'a.yaml',
        '--mode',
        'heal',
        '--route',
        `openai=${upstream.origin}`,
        '--',
        'node',
        'get.mjs',
        code,
      )
    write(file, upstream, '/a', '/b', '/c')
    // The program inherits the environment.
    vi.stubEnv('CI', '')
    expect(await serve('1')).toMatchObject({ code: 1, stderr: expect.not.stringContaining('healed') })
    expect(answersIn(file)).toEqual(['recorded /a', 'recorded /b', 'recorded /c'])
    expect(await serve('0')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(
        /1 healed[\s\S]*healed 1 of 3 turns in a\.yaml \(#1 url\.path; 1 removed\): 1 call made, 1 not\n$/,
      ),
    })
    expect(answersIn(file)).toEqual(['recorded /a', 'live /b2'])
  },
  LIMIT,
)

test(
  'Jest and Playwright heal the cassette of a test that passes, and report it',
  async () => {
    await using upstream = await startEcho()
    const options = `{ hosts: ['${upstream.host}'] }`
    const body = (fails: string): string =>
      `for (const path of ['/a', '/b2']) await fetch('${upstream.origin}' + path); expect(1).toBe(${fails})`
    const runs = [
      {
        example: 'jest-esm',
        file: 'weather.test.js',
        text: ['passes', 'fails'].map(
          (name, index) => `test('${name}', withCassette(${options}, async () => { ${body(String(index + 1))} }))`,
        ),
        head: "import { withCassette } from 'msw-cassette/jest'",
        command: ['modules:jest/bin/jest.js'],
        env: { NODE_OPTIONS: '--experimental-vm-modules' },
      },
      {
        example: 'playwright',
        file: 'weather.spec.js',
        text: ['passes', 'fails'].map(
          (name, index) => `test('${name}', async ({ cassette }) => { ${body(String(index + 1))} })`,
        ),
        head: `import { expect, test } from 'msw-cassette/playwright'\ntest.use({ cassetteOptions: ${options} })`,
        command: ['modules:@playwright/test/cli.js', 'test', '--reporter=line,msw-cassette/playwright/reporter'],
        env: {},
      },
    ]
    for (const { example, file, text, head, command, env } of runs) {
      const folder = installExample(example)
      writeFileSync(join(folder, file), [head, ...text].join('\n'))
      const cassettes = `__cassettes__/${file}`
      for (const name of ['passes', 'fails']) write(join(folder, cassettes, `${name}.yaml`), upstream, '/a', '/b', '/c')
      const { exitCode, output } = await runNode(folder, command, { ...env, MSW_CASSETTE_MODE: 'heal' })
      expect({ exitCode, output }).toMatchObject({
        exitCode: 1,
        output: expect.stringContaining(
          `healed 1 of 3 turns in ${cassettes}/passes.yaml (#1 url.path; 1 removed): 1 call made, 1 not`,
        ),
      })
      expect(answersIn(join(folder, cassettes, 'passes.yaml'))).toEqual(['recorded /a', 'live /b2'])
      expect(answersIn(join(folder, cassettes, 'fails.yaml'))).toEqual(['recorded /a', 'recorded /b', 'recorded /c'])
    }
  },
  LIMIT,
)
