import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseCassette } from '../../src/format/parse-cassette.ts'
import { provenanceOf } from '../../src/provenance/provenance.ts'
import { hasChromium } from '../chromium.ts'
import { type LocalServer, startServer } from '../start-server.ts'
import { type OpenPage, openPage } from './open-page.ts'

if (!hasChromium) console.warn('The tests of pages are skipped: there is no Chromium. CHROMIUM names the program.')

/** The parts of the library that the code in the page uses. */
declare const library: typeof import('../../src/index.ts')
declare const browser: {
  setupWorker(...handlers: unknown[]): { start(options: object): Promise<unknown>; stop(): void }
}

/** Functions for the code in the page. */
declare const tools: {
  /** Requests a URL, and returns the status and the text, or the name of the error. */
  get(url: string, abortAfter?: number): Promise<string>
  sleep(milliseconds: number): Promise<void>
  pathsOf(interactions: readonly { request: { url: string } }[]): string[]
  /** A cassette with one interaction for each URL. */
  cassetteOf(...urls: string[]): import('../../src/index.ts').Cassette
}

function defineTools(): void {
  const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const defined: typeof tools = {
    async get(url, abortAfter = 10_000) {
      try {
        const response = await fetch(url, { signal: AbortSignal.timeout(abortAfter) })
        return `${response.status} ${await response.text()}`
      } catch (error) {
        return (error as Error).name
      }
    },
    sleep,
    pathsOf: (interactions) => interactions.map(({ request }) => new URL(request.url).pathname),
    cassetteOf: (...urls) => ({
      format: 'go-vcr-2',
      interactions: urls.map((url) => ({
        request: { method: 'GET', url, headers: [], body: new Uint8Array() },
        response: { status: 200, statusText: 'OK', headers: [], body: new TextEncoder().encode('{}') },
      })),
    }),
  }
  Object.assign(globalThis, { tools: defined })
}

describe.skipIf(!hasChromium).each(['msw', 'msw2'] as const)('in a page with the service worker of %s', (msw) => {
  let opened: OpenPage
  let page: Page
  let api: LocalServer
  let accepted: string[] = []

  beforeAll(async () => {
    api = await startServer((request, response) => {
      for (const name of ['origin', 'headers', 'methods']) response.setHeader(`access-control-allow-${name}`, '*')
      if (request.method !== 'OPTIONS') accepted.push(`${request.url} ${request.headers.accept}`)
      // This one is never answered.
      if (request.url !== '/hang') response.end(`{"path":"${request.url}"}`)
    })
    opened = await openPage(msw)
    page = opened.page
    await page.evaluate(defineTools)
  }, 60_000)

  afterAll(async () => {
    await opened.close()
    await api.close()
  })

  test('recording sends each request once, through the handlers and through the session', async () => {
    accepted = []
    const result = await page.evaluate(async (origin) => {
      const session = library.openCassette(tools.cassetteOf(), {
        mode: 'new-episodes',
        hosts: [new URL(origin).host],
      })
      const worker = browser.setupWorker(...session.handlers)
      await worker.start({ quiet: true })
      const answers = [await tools.get(`${origin}/a`), await (await session.fetch(`${origin}/b#part`)).text()]
      await session.close()
      worker.stop()
      return { answers, text: library.stringifyCassette({ interactions: session.recorded }) }
    }, api.origin)
    const recorded = parseCassette(result.text).interactions.map((interaction) => [
      new URL(interaction.request.url).pathname,
      provenanceOf(interaction),
    ])
    expect({ answers: result.answers, recorded }).toEqual({
      answers: ['200 {"path":"/a"}', '{"path":"/b"}'],
      recorded: [
        ['/a', 'recorded'],
        ['/b', 'recorded'],
      ],
    })
    // The mark for MSW does not reach the server.
    expect(accepted).toEqual(['/a */*', '/b */*'])
  })

  test("onMismatch: 'network-error' is a failed request, not a response with status 500", async () => {
    const result = await page.evaluate(async () => {
      const session = library.openCassette(tools.cassetteOf('https://api.test/a'), { onMismatch: 'network-error' })
      const worker = browser.setupWorker(...session.handlers)
      await worker.start({ quiet: true })
      const answer = await tools.get('https://api.test/b')
      await session.close()
      worker.stop()
      return { answer, mismatches: session.mismatches.length, mode: session.mode }
    })
    expect(result).toEqual({ answer: 'TypeError', mismatches: 1, mode: 'replay' })
  })

  test('a client that leaves before its answer releases the interaction, and no other client loses its own', async () => {
    const result = await page.evaluate(async () => {
      const url = 'https://api.test/a'
      const session = library.openCassette(tools.cassetteOf(url, url), { timing: { firstByte: 500 } })
      const worker = browser.setupWorker(...session.handlers)
      await worker.start({ quiet: true })
      const other = tools.get(url)
      await tools.sleep(100)
      const answers = [await tools.get(url, 100), await tools.get(url), await other]
      session.verify()
      await session.close()
      worker.stop()
      return answers
    })
    expect(result).toEqual(['TimeoutError', '200 {}', '200 {}'])
  })

  test('of two clients, the one that was first can leave', async () => {
    const result = await page.evaluate(async () => {
      const url = 'https://api.test/a'
      const session = library.openCassette(tools.cassetteOf(url, url), { timing: { firstByte: 800 } })
      const worker = browser.setupWorker(...session.handlers)
      await worker.start({ quiet: true })
      const first = tools.get(url, 300)
      await tools.sleep(150)
      const second = tools.get(url)
      const answers = [await first, await tools.get(url), await second]
      session.verify()
      await session.close()
      worker.stop()
      return answers
    })
    expect(result).toEqual(['TimeoutError', '200 {}', '200 {}'])
  })

  test('with listenOptions, a request that no handler answers is a failed request', async () => {
    const result = await page.evaluate(async () => {
      const worker = browser.setupWorker()
      await worker.start(library.listenOptions)
      const answers = [await tools.get('https://api.test/v1/models.json'), await tools.get('/main.js')]
      worker.stop()
      return answers.map((answer) => answer.slice(0, 9))
    })
    expect(result).toEqual(['TypeError', expect.stringMatching(/^200 /)])
  })

  test('a request that fails next to another one of the same URL does not end that one', async () => {
    const result = await page.evaluate(async () => {
      const url = 'https://api.test/a'
      const session = library.openCassette(tools.cassetteOf(url), {
        timing: { firstByte: 300 },
        onMismatch: 'network-error',
      })
      const worker = browser.setupWorker(...session.handlers)
      await worker.start({ quiet: true })
      const answers = await Promise.all([tools.get(url), tools.get(url)])
      await session.close()
      worker.stop()
      return { answers, mismatches: session.mismatches.length }
    })
    expect(result).toEqual({ answers: ['200 {}', 'TypeError'], mismatches: 1 })
  })

  test('clients that leave simultaneously release their interactions', async () => {
    const result = await page.evaluate(async () => {
      const url = 'https://api.test/a'
      const session = library.openCassette(tools.cassetteOf(url, url, url), { timing: { firstByte: 500 } })
      const worker = browser.setupWorker(...session.handlers)
      await worker.start({ quiet: true })
      const all = (abortAfter?: number): Promise<string[]> =>
        Promise.all([url, url, url].map((each) => tools.get(each, abortAfter)))
      const answers = [await all(200), await all()]
      session.verify()
      await session.close()
      worker.stop()
      return answers
    })
    expect(result).toEqual([Array(3).fill('TimeoutError'), Array(3).fill('200 {}')])
  })

  test('a client that leaves before its answer holds up no recording after it', async () => {
    const result = await page.evaluate(async (origin) => {
      const session = library.openCassette(tools.cassetteOf(), {
        mode: 'new-episodes',
        hosts: [new URL(origin).host],
      })
      const worker = browser.setupWorker(...session.handlers)
      await worker.start({ quiet: true })
      const answers = [await tools.get(`${origin}/hang`, 200), await tools.get(`${origin}/after`)]
      await tools.sleep(100)
      const recorded = tools.pathsOf(session.recorded)
      await session.close()
      worker.stop()
      return { answers, recorded }
    }, api.origin)
    expect(result).toEqual({ answers: ['TimeoutError', '200 {"path":"/after"}'], recorded: ['/after'] })
  })

  test('a test is refused if the worker was not started, and none of its requests is sent', async () => {
    accepted = []
    const result = await page.evaluate(async (origin) => {
      const test = library.withCassette(tools.cassetteOf(`${origin}/a`), () => tools.get(`${origin}/a`))
      return await test().catch((error: Error) => error.message)
    }, api.origin)
    expect(result).toMatch(
      /^MSW's worker does not answer, so requests would reach the network\. Before the first test: /,
    )
    expect(accepted).toEqual([])
  })

  test('tests with withCassette can follow each other, and a second one at the same time is refused', async () => {
    const result = await page.evaluate(async () => {
      const worker = browser.setupWorker(...library.scopedCassettes())
      await worker.start({ quiet: true })
      const run = (name: string): Promise<string> => {
        const url = `https://api.test/${name}`
        return library.withCassette(tools.cassetteOf(url), () => tools.get(url))()
      }
      const together = await Promise.allSettled([run('a'), run('b')])
      const results = [...together, ...(await Promise.allSettled([run('c')]))]
      worker.stop()
      return results.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))
    })
    expect(result).toEqual(['200 {}', expect.stringContaining('no AsyncLocalStorage'), '200 {}'])
  })
})
