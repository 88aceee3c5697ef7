import { expect, test } from 'vitest'
import { makeApp, REGISTER } from './make-app.ts'

const ESM = `
import { request } from 'node:http'
console.log(await (await fetch(process.env.URL + '/fetch')).text())
request(process.env.URL + '/http', (response) => response.pipe(process.stdout)).end()
`
const COMMON_JS = `
const { get } = require('node:http')
fetch(process.env.URL + '/fetch').then((response) => response.text()).then((text) => {
  console.log(text)
  get(process.env.URL + '/http', (response) => response.pipe(process.stdout))
})
`
const TYPESCRIPT = `
enum Path { Fetch = '/fetch', Http = '/http' }
for (const path of [Path.Fetch, Path.Http]) console.log((await (await fetch(process.env.URL + path)).text()) as string)
`

const ways = [
  { app: 'an ES module', file: 'app.mjs', code: ESM, args: [...REGISTER, 'app.mjs'] },
  { app: 'CommonJS', file: 'app.cjs', code: COMMON_JS, args: [...REGISTER, 'app.cjs'] },
  { app: 'CommonJS, with -r', file: 'app.cjs', code: COMMON_JS, args: ['-r', 'msw-cassette/register', 'app.cjs'] },
  { app: 'TypeScript', file: 'app.mts', code: TYPESCRIPT, args: ['--import', 'tsx', ...REGISTER, 'app.mts'] },
]

test.each(ways.flatMap((way) => (['msw', 'msw2'] as const).map((msw) => ({ ...way, msw }))))(
  'records and replays $app, with $msw',
  async ({ file, code, args, msw }) => {
    const { server, run } = await makeApp({ [file]: code }, msw)
    const printed = expect.stringMatching(/^\/fetch\n\/http\n?$/)
    expect(await run(args)).toEqual({ code: 0, signal: null, stdout: printed, stderr: '  Cassettes  1 recorded\n' })
    expect(server.requests).toBe(2)
    await server.close()
    expect(await run(args, { CI: 'true' })).toEqual({
      code: 0,
      signal: null,
      stdout: printed,
      stderr: '  Cassettes  1 replayed\n             2 calls not made\n',
    })
  },
)

test('the command of tsx starts the program in a child process', async () => {
  const { run, server } = await makeApp({ 'app.mts': TYPESCRIPT })
  const tsx = ['node_modules/tsx/dist/cli.mjs', 'app.mts']
  const env = { NODE_OPTIONS: REGISTER.join(' ') }
  expect(await run(tsx, env)).toMatchObject({ code: 0, stderr: '  Cassettes  1 recorded\n' })
  await server.close()
  expect(await run(tsx, { ...env, CI: 'true' })).toMatchObject({
    code: 0,
    stdout: '/fetch\n/http\n',
    stderr: '  Cassettes  1 replayed\n             2 calls not made\n',
  })
})

test('a file that is loaded before sets options that have no variable', async () => {
  const { run } = await makeApp({
    'app.mjs': "await fetch(process.env.URL + '/?time=' + Date.now())",
    'options.mjs':
      "import { cassetteDefaults } from 'msw-cassette'\ncassetteDefaults({ match: { ignoreQuery: ['time'] } })",
  })
  const args = ['--import', './options.mjs', ...REGISTER, 'app.mjs']
  expect(await run(args)).toMatchObject({ code: 0, stderr: '  Cassettes  1 recorded\n' })
  expect(await run(args)).toMatchObject({ code: 0, stderr: expect.stringContaining('1 replayed') })
})
