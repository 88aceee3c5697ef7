import { expect, onTestFinished, test } from 'vitest'
import { hasChromium } from '../chromium.ts'
import { openPage } from './open-page.ts'

/** The parts of the library that the code in the page uses. */
declare const library: typeof import('../../src/index.ts')
declare const browser: {
  setupWorker(...handlers: unknown[]): { start(options: object): Promise<unknown>; stop(): void }
}

test.skipIf(!hasChromium)(
  'the events of a stream stay apart in a page with session.fetch and with manual timing, and lose nothing at instant',
  async () => {
    const { page, close } = await openPage('msw')
    onTestFinished(close)
    const result = await page.evaluate(async () => {
      const url = 'https://api.test/stream'
      const body = Array.from({ length: 41 }, (_, index) => `data: event ${index}\n\n`).join('')
      const open = (options = {}): import('../../src/index.ts').CassetteSession => {
        const request = { method: 'GET', url, headers: [], body: new Uint8Array() }
        const headers: [string, string][] = [['content-type', 'text/event-stream']]
        const response = { status: 200, statusText: 'OK', headers, body: new TextEncoder().encode(body) }
        return library.openCassette({ format: 'go-vcr-2', interactions: [{ request, response }] }, options)
      }
      /** Counts the reads; -1 if the text differs. */
      const countReads = async (response: Response, beforeRead = async (_count: number) => {}): Promise<number> => {
        const reader = response.body?.getReader()
        let text = ''
        for (let count = 0; ; count++) {
          await beforeRead(count)
          const piece = await reader?.read()
          if (!piece || piece.done) return text === body ? count : -1
          text += new TextDecoder().decode(piece.value)
        }
      }
      const throughWorker = async (
        session: import('../../src/index.ts').CassetteSession,
        beforeRead?: (count: number) => Promise<void>,
      ): Promise<number> => {
        const worker = browser.setupWorker(...session.handlers)
        await worker.start({ quiet: true })
        const count = await countReads(await fetch(url), beforeRead)
        worker.stop()
        await session.close()
        return count
      }
      const manual = open({ timing: 'manual' })
      return {
        direct: await countReads(await open().fetch(url)),
        manual: await throughWorker(manual, (count) =>
          count < 41 ? manual.stream(0).next() : manual.stream(0).rest(),
        ),
        instant: await throughWorker(open()),
      }
    })
    // Chromium joins some of the events that a service worker sends at instant.
    expect(result).toEqual({
      direct: 41,
      manual: 41,
      instant: expect.toSatisfy((count: number) => count > 0 && count <= 41),
    })
  },
)
