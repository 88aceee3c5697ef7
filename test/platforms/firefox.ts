import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openPage } from '../page/open-page.ts'
import type { CountedServer, Differences } from './runners.ts'

/** The program of Firefox. The environment variable FIREFOX names another one. */
const firefox = process.env.FIREFOX ?? '/usr/bin/firefox-esr'

/** The parts of the library that the code in the page uses. */
declare const library: typeof import('../../src/index.ts')
declare const browser: {
  setupWorker(): { start(options: object): Promise<unknown>; resetHandlers(...handlers: unknown[]): void }
}

/** The result of the code in the page. */
const EXPECTED = {
  replayed: '200 hi',
  changed: '400 No recorded interaction matches GET https://api.test/other',
  recorded: ['answer /a'],
  // The numbers of reads of a stream with 5 events.
  direct: 5,
  paced: 5,
  manual: 5,
  instant: 'complete',
}

/**
 * Replays, records and streams in a page of Firefox with MSW's service worker, and without it through `session.fetch`. Playwright needs
 * a Firefox of its own; Puppeteer drives the released one.
 *
 * @param folder where Puppeteer is installed
 */
export async function checkFirefox(folder: string, { origin }: CountedServer): Promise<Differences | 'skipped'> {
  if (!existsSync(firefox)) return 'skipped'
  const puppeteer = createRequire(join(folder, 'package.json')).resolve('puppeteer-core')
  const { default: driver } = await import(pathToFileURL(puppeteer).href)
  const { page, close } = await openPage('msw', () =>
    driver.launch({ browser: 'firefox', executablePath: firefox, headless: true }),
  )
  try {
    const result = JSON.stringify(await page.evaluate(runInPage, origin))
    return result === JSON.stringify(EXPECTED) ? [] : [result]
  } finally {
    await close()
  }
}

async function runInPage(origin: string): Promise<typeof EXPECTED> {
  const open = (text: string, type: string, options = {}): import('../../src/index.ts').CassetteSession => {
    const request = { method: 'GET', url: 'https://api.test/a', headers: [], body: new Uint8Array() }
    const headers: [string, string][] = [['content-type', type]]
    const response = { status: 200, statusText: 'OK', headers, body: new TextEncoder().encode(text) }
    return library.openCassette({ format: 'go-vcr-2', interactions: [{ request, response }] }, options)
  }
  // Firefox can miss the start of a second worker.
  const worker = browser.setupWorker()
  await worker.start({ quiet: true })
  const throughWorker = async <T>(
    session: import('../../src/index.ts').CassetteSession,
    run: () => Promise<T>,
  ): Promise<T> => {
    worker.resetHandlers(...session.handlers)
    const result = await run()
    await session.close()
    return result
  }
  const get = async (url: string): Promise<string> => {
    const response = await fetch(url)
    const text = await response.text()
    return `${response.status} ${response.ok ? text : JSON.parse(text).error.message.split('\n')[0]}`
  }
  const events = Array.from({ length: 5 }, (_, index) => `data: ${index}\n\n`).join('')
  const stream = (options = {}): import('../../src/index.ts').CassetteSession =>
    open(events, 'text/event-stream', options)
  /** Counts the reads; -1 if the text differs. */
  const countReads = async (answer: Promise<Response>, afterRead = async () => {}): Promise<number> => {
    let text = ''
    let count = 0
    const reader = (await answer).body?.getReader()
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      text += new TextDecoder().decode(piece.value)
      count++
      await afterRead()
    }
    return text === events ? count : -1
  }

  const replay = open('hi', 'text/plain')
  const replayed = await throughWorker(replay, () => get('https://api.test/a'))
  const changed = await throughWorker(open('hi', 'text/plain'), () => get('https://api.test/other'))
  const recording = open('hi', 'text/plain', { mode: 'new-episodes', hosts: [new URL(origin).host] })
  await throughWorker(recording, () => get(`${origin}/a`))
  const recorded = recording.recorded.map(({ response }) => new TextDecoder().decode(response.body))
  const manual = stream({ timing: 'manual' })
  const letThrough = async (): Promise<number> => {
    // Firefox passes the head of an answer on with its first event.
    const answer = fetch('https://api.test/a')
    await manual.stream(0).next()
    let count = 1
    return await countReads(answer, () => (count++ < 5 ? manual.stream(0).next() : manual.stream(0).rest()))
  }
  const read = (): Promise<number> => countReads(fetch('https://api.test/a'))
  return {
    replayed,
    changed,
    recorded,
    direct: await countReads(stream().fetch('https://api.test/a')),
    paced: await throughWorker(stream({ timing: { eventsPerSecond: 5 } }), read),
    manual: await throughWorker(manual, letThrough),
    instant: (await throughWorker(stream(), read)) > 0 ? 'complete' : 'incomplete',
  }
}
