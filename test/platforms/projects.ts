// The files of the projects that npm run test:platforms runs with the runners of other platforms. `ORIGIN` is the URL of a server.

const ASK = `
const hosts = [new URL(process.env.ORIGIN).host]
const ask = async (path) => (await fetch(process.env.ORIGIN + path)).text()
const check = async (path = '/a') => { if (!(await ask(path)).startsWith('answer')) throw new Error('no answer') }
`

const MSW = `
import { setupServer } from 'msw/node'
import { listenOptions, scopedCassettes, withCassette } from 'msw-cassette'
setupServer(...scopedCassettes()).listen(listenOptions)
${ASK}`

/** Tests for \`bun test\`, which does not tell the name of a running test. */
export const BUN: Readonly<Record<string, string>> = {
  'bun/msw.test.ts': `
import { expect, test } from 'bun:test'
${MSW}
test('replays', withCassette('bun/msw.yaml', { hosts }, () => check()))
test('mismatch', withCassette('bun/mismatch.yaml', { hosts }, async () => { await ask(process.env.CI ? '/b' : '/a') }))
test('without a name', withCassette(() => check()))
`,
  'bun/fetch.test.ts': `
import { test } from 'bun:test'
import { currentSession, withCassette } from 'msw-cassette/fetch'
${ASK.replace('await fetch', 'await currentSession().fetch')}
test('replays', withCassette('bun/fetch.yaml', { hosts }, () => check()))
`,
}

/** Tests for \`deno test\`. The first cassettes are named after their tests. */
export const DENO: Readonly<Record<string, string>> = {
  'deno/msw_test.ts': `
import process from 'node:process'
${MSW}
const options = { sanitizeResources: false, sanitizeOps: false }
Deno.test({ ...options, name: 'says hi', fn: withCassette({ hosts }, () => check()) })
Deno.test({ ...options, name: 'outer', fn: async (t) => { await t.step({ name: 'inner', fn: withCassette({ hosts }, () => check()) }) } })
Deno.test({ ...options, name: 'mismatch', fn: withCassette('deno/mismatch.yaml', { hosts }, async () => { await ask(process.env.CI ? '/b' : '/a') }) })
`,
  'deno/fetch_test.ts': `
import process from 'node:process'
import { currentSession, withCassette } from 'msw-cassette/fetch'
${ASK.replace('await fetch', 'await currentSession().fetch')}
Deno.test({ name: 'fetch', fn: withCassette({ hosts }, () => check()) })
`,
}

/** Cloudflare's pool of Vitest: its tests run in workerd, without the files of this machine. */
export const CLOUDFLARE: Readonly<Record<string, string>> = {
  'cloudflare/vitest.config.ts': `
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { cassettes } from 'msw-cassette/vitest'
const miniflare = { compatibilityDate: '2026-08-01', compatibilityFlags: ['nodejs_compat'] }
export default { plugins: [cassettes(), cloudflareTest({ miniflare })] }
`,
  'cloudflare/a.test.ts': `
import { openCassette } from 'msw-cassette/fetch'
import { expect, test } from 'vitest'
import tape from './stream.yaml?cassette'
test('replays', async () => {
  const session = openCassette(tape)
  const { url, method, body } = tape.interactions[0].request
  const response = await session.fetch(url, { method, body, headers: { 'content-type': 'application/json' } })
  let events = 0
  for await (const _ of response.body) events++
  expect(events).toBe(5)
  session.verify()
})
test('requests', { meta: { cassette: true } }, () => {})
`,
}

const PAGE_TEST = `
import { expect, test } from 'vitest'
import tape from './tape.yaml?cassette'
const { ORIGIN, FAULT } = import.meta.env
const hosts = [new URL(ORIGIN).host]
const ask = async (path) => (await fetch(ORIGIN + path)).text()
test('says hi', { meta: { cassette: { hosts } } }, async ({ cassette }) => {
  expect(await ask('/a')).toBe('answer /a')
  expect(await ask('/b')).toBe('answer /b')
  expect(cassette).toBeFullyPlayed()
})
test('shares', { meta: { cassette: { name: 'shared', hosts } } }, async () => { expect(await ask('/a')).toBe('answer /a') })
test('shares too', { meta: { cassette: { name: 'shared', hosts } } }, async () => {
  expect(await ask(FAULT === 'mismatch' ? '/c' : '/a')).toMatch(/answer|mismatch|matches/)
})
test('imports', () => { expect(tape.interactions).toHaveLength(1) })
test('no cassette', () => { expect(document.body).toBeTruthy() })
`

/** Vitest's browser mode, next to a project in Node. */
export const BROWSER: Readonly<Record<string, string>> = {
  'browser/vitest.config.ts': `
import { playwright } from '@vitest/browser-playwright'
import { cassettes } from 'msw-cassette/vitest'
const launchOptions = { executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] }
const browser = { enabled: true, headless: true, screenshotFailures: false, provider: playwright({ launchOptions }), instances: [{ browser: 'chromium' }] }
const { PLACE, ISOLATE, ORIGIN, FAULT } = process.env
const own = PLACE === 'project' ? { plugins: [cassettes()] } : { extends: true }
const env = { ORIGIN, FAULT }
export default {
  plugins: PLACE === 'project' ? [] : [cassettes()],
  test: {
    projects: [
      { ...own, test: { name: 'node', env, isolate: ISOLATE !== 'no', include: ['node.test.ts'] } },
      { ...own, test: { name: 'page', env, isolate: ISOLATE !== 'no', include: ['page*.test.ts'], browser } },
    ],
  },
}
`,
  'browser/page.test.ts': PAGE_TEST,
  'browser/page-2.test.ts': PAGE_TEST,
  'browser/node.test.ts': PAGE_TEST.replace(/test\('no cassette'.*/, ''),
}
