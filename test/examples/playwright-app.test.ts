import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { hasChromium } from '../chromium.ts'
import { installExample } from './install-example.ts'
import { recordAndReplay } from './record-and-replay.ts'
import { type Outcome, runNode } from './run-node.ts'

const LIMIT = 120_000

const playwright = ['modules:@playwright/test/cli.js', 'test', '--reporter=line,msw-cassette/playwright/reporter']

/** Installs the example with another test. */
function installWith(spec: string): string {
  const folder = installExample('end-to-end')
  rmSync(join(folder, 'weather.spec.js'))
  writeFileSync(join(folder, 'app.spec.js'), `import { expect, test } from 'msw-cassette/playwright'\n${spec}`)
  return folder
}

function run(folder: string, args: readonly string[] = [], env: Record<string, string> = {}): Promise<Outcome> {
  return runNode(folder, [...playwright, ...args], env)
}

test.skipIf(!hasChromium)(
  'a page, `request`, the process of the test and the app play one cassette',
  async () => {
    const folder = installWith(`
    const chat = 'https://api.openai.com/v1/chat/completions'
    const ask = (content) => JSON.stringify({ model: 'gpt-5-mini', messages: [{ role: 'user', content }] })
    const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + process.env.OPENAI_API_KEY }

    test('all processes', async ({ cassette, page, request }) => {
      await cassette.route(page)
      await page.goto('/')
      await expect(page.locator('#answer')).toHaveText('It is 21 °C.')
      const fromPage = await page.evaluate(async ([url, body, headers]) => {
        const response = await fetch(url, { method: 'POST', headers, body })
        return [(await response.json()).choices[0].message.content, response.headers.get('content-type')]
      }, [chat, ask('Say hi in Portuguese'), headers])
      expect(fromPage).toEqual(['Olá!', 'application/json'])
      const fromRequest = await request.post(chat, { headers, data: ask('Say hi in Spanish') })
      expect((await fromRequest.json()).choices[0].message.content).toBe('¡Hola!')
      const fromTest = await fetch(chat, { method: 'POST', headers, body: ask('How warm is it in Porto?') })
      expect((await fromTest.json()).choices[0].message.content).toBe('It is 18 °C.')
      expect(cassette.played.map(({ request }) => JSON.parse(new TextDecoder().decode(request.body)).messages[0].content)).toEqual(
        ['How warm is it in Lisbon?', 'Say hi in Portuguese', 'Say hi in Spanish', 'How warm is it in Porto?'])
    })`)
    expect(await recordAndReplay(folder, 'playwright test')).toHaveLength(4)
    const cassette = readFileSync(join(folder, '__cassettes__/app.spec.js/all-processes.yaml'), 'utf8')
    expect(cassette).not.toContain('sk-proj-key-of-the-tests')
  },
  LIMIT,
)

test.skipIf(!hasChromium)(
  'each of two workers serves the cassette of its test to its app',
  async () => {
    const folder = installWith(`
      const both = test.extend({ baseURL: ({}, use, { parallelIndex }) => use('http://127.0.0.1:' + (47310 + parallelIndex)) })
      both.describe.configure({ mode: 'parallel' })
      for (const number of [1, 2]) {
        both('shows the weather ' + number, async ({ cassette, page }) => {
          await page.goto('/')
          await expect(page.locator('#answer')).toHaveText('It is 21 °C.')
          expect(cassette.played).toHaveLength(1)
        })
      }`)
    const config = join(folder, 'playwright.config.js')
    const text = readFileSync(config, 'utf8')
    writeFileSync(
      config,
      `${text.replace('export default', 'const one =')}
      const webServer = [0, 1].map((index) => ({
        ...one.webServer,
        port: 47310 + index,
        env: { PORT: String(47310 + index), OPENAI_BASE_URL: 'http://127.0.0.1:' + (47410 + index) + '/openai/v1' },
      }))
      export default { ...one, workers: 2, webServer, use: { ...one.use, cassettePort: 47410 } }`,
    )
    expect(await recordAndReplay(folder, 'playwright test')).toHaveLength(2)
  },
  LIMIT,
)

test.skipIf(!hasChromium)(
  'pages get streams event by event, and refusals that say what to do',
  async () => {
    const folder = installWith(`
    test.use({ cassetteName: 'cassettes/page.yaml', cassetteOptions: { onUnplayed: 'ignore', timing: { firstByte: 0, eventsPerSecond: 10 } } })
    test.beforeEach(({ page }) => page.goto('/blank'))

    const read = (page, url, init = {}) => page.evaluate(async ([url, init]) => {
      const { body } = await fetch(url, init)
      const pieces = []
      for await (const piece of body.pipeThrough(new TextDecoderStream())) pieces.push(piece)
      return pieces
    }, [url, init])
    const errorOf = async (run) => { try { await run() } catch (error) { return error.message } }

    test('streams from the server, and in one piece from a route', async ({ cassette, page }) => {
      const { urlFor } = await cassette.listen({ cors: '*' })
      expect(await read(page, urlFor('openai') + '/stream')).toEqual(['data: 1\\n\\n', 'data: 2\\n\\n', 'data: [DONE]\\n\\n'])
      cassette.rewind()
      await cassette.route(page)
      expect(await read(page, 'https://api.openai.com/stream')).toEqual(['data: 1\\n\\ndata: 2\\n\\ndata: [DONE]\\n\\n'])
    })

    test('follows a redirect, and sets cookies', async ({ cassette, page, context }) => {
      await cassette.route(page)
      await page.goto('https://api.openai.com/moved')
      expect(await page.textContent('body')).toBe('arrived')
      expect((await context.cookies('https://api.openai.com')).map(({ name, value }) => name + '=' + value).sort()).toEqual(['a=1', 'b=2'])
    })

    test('routes only the URLs that it names', async ({ cassette, page }) => {
      await page.route('**/*', (route) => route.fulfill({ body: 'not from the cassette' }))
      await cassette.route(page, '**/stream')
      expect(await read(page, 'https://api.openai.com/moved')).toEqual(['not from the cassette'])
      expect(await read(page, 'https://api.openai.com/stream')).toEqual([expect.stringContaining('DONE')])
    })

    test.describe('with passthrough', () => {
      test.use({ cassetteOptions: { onUnplayed: 'ignore', passthrough: ({ url }) => url.endsWith('/moved') } })
      test('leaves these requests to other routes', async ({ cassette, page }) => {
        await page.route('**/*', (route) => route.fulfill({ body: 'not from the cassette' }))
        await cassette.route(page)
        expect(await read(page, 'https://api.openai.com/moved')).toEqual(['not from the cassette'])
      })
    })

    test('closes a WebSocket to another machine', async ({ cassette, page }) => {
      await cassette.route(page)
      const closed = await page.evaluate(() => new Promise((resolve) => {
        new WebSocket('wss://api.openai.com/v1/realtime').onclose = ({ code, reason }) => resolve([code, reason])
      }))
      expect(closed).toEqual([1008, "msw-cassette can't record or replay WebSockets."])
    })

    test('a context covers its popups', async ({ cassette, context, page }) => {
      await cassette.route(context)
      const [popup] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => void window.open('/blank'))])
      expect(await read(popup, 'https://api.openai.com/stream')).toHaveLength(1)
    })

    test('refuses a form whose files Playwright does not report', async ({ cassette, page }) => {
      await cassette.route(page)
      await page.setContent('<input type=file>')
      await page.locator('input').setInputFiles('package.json')
      const text = await page.evaluate(async () => {
        const body = new FormData()
        body.append('file', document.querySelector('input').files[0])
        const response = await fetch('https://api.openai.com/v1/files', { method: 'POST', body })
        return response.status + (await response.text())
      })
      expect(text).toMatch(/^400.*Playwright does not report the content of the files in POST https:..api.openai.com.v1.files/)
      expect(await errorOf(() => cassette.verify())).toContain('Playwright does not report the content')
      cassette.rewind()
    })

    test('shows a mismatch to the page, and fails', async ({ cassette, page }) => {
      test.fail()
      await cassette.route(page)
      expect((await read(page, 'https://api.openai.com/unknown')).join('')).toContain('No recorded interaction matches')
    })

    test('ends while a page still waits', async ({ cassette, page }) => {
      await cassette.route(page)
      await page.evaluate(() => void fetch('https://api.openai.com/stream'))
    })`)
    const stream = 'data: 1\n\ndata: 2\n\ndata: [DONE]\n\n'
    const moved = 'https://elsewhere.test/'
    const cookies = [
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ] as const
    mkdirSync(join(folder, 'cassettes'))
    writeFileSync(
      join(folder, 'cassettes/page.yaml'),
      stringifyCassette(
        buildCassette(
          { url: 'https://api.openai.com/stream', response: stream, type: 'text/event-stream' },
          { url: 'https://api.openai.com/moved', status: 302, headers: [['Location', moved]] },
          { url: moved, response: 'arrived', headers: [...cookies] },
        ),
      ),
    )
    expect(await run(folder, [], { CI: 'true' })).toEqual({ exitCode: 0, output: expect.stringContaining('9 passed') })
  },
  LIMIT,
)
