import { expect, test } from 'vitest'
import { hasChromium } from '../chromium.ts'
import { openPage } from './open-page.ts'

/** The parts of the library that the code in the page uses. */
declare const library: typeof import('../../src/index.ts')
declare const browser: {
  setupWorker(...handlers: unknown[]): { start(options: object): Promise<unknown>; stop(): void }
}

type PageFault = Omit<import('../../src/index.ts').Fault, 'at' | 'when' | 'onStall'>

test.skipIf(!hasChromium)(
  'faults happen in a page, and one without a place in the answer fails',
  async () => {
    const { page, close } = await openPage('msw')
    const run = (fault: PageFault): Promise<string[]> =>
      page.evaluate(async (fault) => {
        const url = 'https://api.test/a'
        const get = async (): Promise<string> => {
          try {
            const response = await fetch(url)
            return `${response.status} ${await response.text()}`
          } catch (error) {
            return (error as Error).name
          }
        }
        const interaction = {
          request: { method: 'GET', url, headers: [], body: new Uint8Array() },
          response: { status: 200, statusText: 'OK', headers: [], body: new TextEncoder().encode('{}') },
        }
        const cassette = { format: 'go-vcr-2', interactions: [interaction] }
        const session = library.openCassette(cassette, { mode: 'replay', faults: [{ at: 0, ...fault }] })
        const worker = browser.setupWorker(...session.handlers)
        await worker.start({ quiet: true })
        const answers = [await get(), await get()]
        try {
          session.verify()
          return answers
        } catch (error) {
          return [(error as Error).message]
        } finally {
          await session.close()
          worker.stop()
        }
      }, fault)
    try {
      expect(await run({ status: 503, body: 'busy' })).toEqual(['503 busy', '200 {}'])
      expect(await run({ connection: 'reset' })).toEqual(['TypeError', '200 {}'])
      expect(await run({ cutAfter: { bytes: 1 } })).toEqual(['TypeError', '200 {}'])
      expect(await run({ cutAfter: { bytes: 1 }, cutAs: 'end' })).toEqual(['200 {', '200 {}'])
      expect(await run({ cutAfter: 3 })).toEqual([
        'The option "faults[0].cutAfter" is 3, and must be at most 1, the number of events of the answer.',
      ])
    } finally {
      await close()
    }
  },
  60_000,
)
