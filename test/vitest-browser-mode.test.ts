import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { chromium, hasChromium } from './chromium.ts'
import { linkPackage } from './examples/install-example.ts'
import { makeVitestProject, REPLAY_TEST } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'
import { startServer } from './start-server.ts'
import { startWebSocketServer } from './start-web-socket-server.ts'
import { makeTempFolder } from './temp-folder.ts'

// npm run test:platforms runs more of browser mode, also with Vitest 4.

const BROWSER = `browser: {
  enabled: true, headless: true, screenshotFailures: false, instances: [{ browser: 'chromium' }],
  provider: playwright({ launchOptions: { executablePath: '${chromium}', args: ['--no-sandbox', '--disable-gpu'] } }),
}`

/** Tests in a page: each fails or passes for one reason. */
const pageTests = (origin: string, socket: string): string => `
  import { test as fixtureTest } from 'msw-cassette/vitest'
  const hosts = [new URL('${origin}').host]
  const post = async (text) => (await fetch('${origin}/a', { method: 'POST', body: text, headers: { authorization: 'Bearer ' + 'x'.repeat(24) } })).text()
  test('records', { meta: { cassette: { hosts } } }, async ({ cassette }) => {
    expect(await post('1')).toBe('answer 1')
    expect(cassette).toHavePlayed(1)
  })
  test('leaks', { meta: { cassette: { hosts } } }, async () => { await post('-----BEGIN RSA PRIVATE ' + 'KEY-----') })
  test('fails', { meta: { cassette: { hosts } } }, async () => { await post('1'); expect.fail('own') })
  test('heals', { meta: { cassette: { mode: 'heal', hosts: [...hosts, 'api.test'] } } }, async () => {
    expect([await ask(), await post('1')]).toEqual(['hi', 'answer 1'])
  })
  ${REPLAY_TEST}
  fixtureTest('fixture', { meta: { cassette: 'a' } }, async ({ cassette }) => { await ask(); expect(cassette).toBeFullyPlayed() })
  test('faulty', { meta: { cassette: { name: 'a', mode: 'heal', faults: [{ at: 0, status: 529 }] } } }, async ({ cassette }) => {
    expect([cassette.mode, (await fetch('https://api.test/hi')).status]).toEqual(['replay', 529])
  })
  test('mismatch', { meta: { cassette: 'a' } }, async () => { await ask('/other') })
  test('above', { meta: { cassette: '../x.yaml' } }, () => {})
  test('absolute', { meta: { cassette: '/etc/hosts' } }, () => {})
  test('linked', { meta: { cassette: 'link/x.yaml' } }, () => {})
  const talk = (text) => new Promise((resolve) => {
    const socket = new WebSocket('${socket}')
    socket.onopen = () => socket.send(text)
    socket.onmessage = ({ data }) => { socket.close(); resolve(data) }
    socket.onclose = ({ reason }) => resolve(reason)
  })
  const talking = { meta: { cassette: { name: 'talk', hosts: [new URL('${socket}').host] } } }
  test('talks', talking, async () => { expect(await talk('{"api_key":"0123456789abcdef"}')).toBe('you are welcome') })
  test('talks again', talking, async () => { expect(await talk('{"api_key":"other"}')).toBe('you are welcome') })
  test('talks otherwise', talking, async () => { await talk('hello') })
  test('no cassette', async () => { expect((await fetch('https://api.test/hi')).status).toBe(400) })
  describe('plain', { concurrent: true }, () => { test('one', () => {}); test('two', () => {}) })
`

test.skipIf(!hasChromium)(
  'tests in a page replay, record and fail as in Node, next to a project in Node',
  {
    timeout: 120_000,
  },
  async () => {
    await using api = await startServer((_request, response, body) => {
      for (const name of ['origin', 'headers', 'methods']) response.setHeader(`access-control-allow-${name}`, '*')
      response.end(`answer ${body}`)
    })
    await using provider = await startWebSocketServer(
      (socket) => socket.on('message', () => socket.send('you are welcome')),
      () => (provider.handshakes.length > 1 ? 503 : undefined),
    )
    const folder = makeVitestProject(
      { 'page.test.ts': pageTests(api.origin, provider.url), 'node.test.ts': REPLAY_TEST },
      { 'page.test.ts/a': 1, 'page.test.ts/obsolete': 1, 'page.test.ts/heals': 2, 'node.test.ts/a': 1 },
      'plugins: [cassettes()]',
      `projects: [
      { extends: true, test: { name: 'node', include: ['node.test.ts'] } },
      { extends: true, test: { name: 'page', include: ['page.test.ts'], ${BROWSER} } },
    ],`,
      `import { playwright } from '@vitest/browser-playwright'`,
    )
    linkPackage(folder, '@vitest/browser-playwright')
    symlinkSync(makeTempFolder(), join(folder, 'link'), 'junction')
    const cassetteFolder = join(folder, 'src/__cassettes__/page.test.ts')

    const { output } = await runVitest(folder)
    expect(output).toContain('7 failed | 11 passed')
    expect(output).toMatch(/page\.test\.ts > leaks\nCassetteSecretError: Refused to save /)
    expect(output).toMatch(/page\.test\.ts > fails\nAssertionError: own/)
    expect(output).toMatch(/page\.test\.ts > mismatch\nCassetteMismatchError: No recorded interaction matches GET /)
    expect(output).toMatch(/page\.test\.ts > above\n.* leads out of the root of the project/)
    expect(output).toMatch(/page\.test\.ts > absolute\n.* is not a file that Vite serves to pages/)
    expect(output).toMatch(/page\.test\.ts > linked\n.* is not a file that Vite serves to pages/)
    expect(output).toMatch(/page\.test\.ts > talks otherwise\nCassetteMismatchError: Client frame 1 does not match/)
    expect(output).toContain('2 replayed, 2 recorded, 1 healed')
    expect(output).toMatch(/healed 1 of 2 turns in \S+heals\.yaml \(#1 method\): 1 call made, 1 not/)
    expect(readdirSync(cassetteFolder)).toEqual(['a.yaml', 'heals.yaml', 'obsolete.yaml', 'records.yaml', 'talk.yaml'])
    const read = (name: string) => parseCassette(readFileSync(join(cassetteFolder, name))).interactions
    expect(read('talk.yaml').map(({ response }) => response.websocket?.frames.map(({ data }) => data))).toEqual([
      ['{"api_key":"REDACTED"}', 'you are welcome'],
    ])
    expect(read('heals.yaml').map(({ request }) => request.method)).toEqual(['GET', 'POST'])
    expect(readFileSync(join(cassetteFolder, 'records.yaml'), 'utf8')).not.toContain('xxxxx')
  },
)
