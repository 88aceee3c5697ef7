import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { rolldown } from 'rolldown'
import { chromium as executablePath } from '../chromium.ts'
import { type LocalServer, startServer } from '../start-server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The global variables of the page. */
const MAIN = `
  import * as library from 'msw-cassette'
  import * as browser from 'msw/browser'
  Object.assign(globalThis, { library, browser })
`

/** A browser, as far as these tests need it. That of Puppeteer is one, too. */
interface Launched {
  newPage(): Promise<Page>
  close(): Promise<void>
}

/** A page in which `library` and `browser`, which is `msw/browser`, are global variables. */
export interface OpenPage {
  readonly page: Page
  close(): Promise<void>
}

/**
 * Opens a page that can start MSW's service worker.
 *
 * @param msw the folder of MSW in `node_modules`
 * @param launch starts the browser. Default: Chromium
 */
export async function openPage(
  msw: 'msw' | 'msw2',
  launch: () => Promise<Launched> = launchChromium,
): Promise<OpenPage> {
  const files: Readonly<Record<string, string>> = {
    '/main.js': await bundle(msw),
    '/mockServiceWorker.js': readFileSync(join(root, 'node_modules', msw, 'lib/mockServiceWorker.js'), 'utf8'),
  }
  const server: LocalServer = await startServer(({ url = '' }, response) => {
    response.setHeader('content-type', url in files ? 'text/javascript' : 'text/html')
    response.end(files[url] ?? '<script type="module" src="/main.js"></script>')
  })
  const browser = await launch()
  const page = await browser.newPage()
  await page.goto(server.origin)
  await page.waitForFunction(() => 'library' in globalThis)
  const close = async (): Promise<void> => {
    await browser.close()
    await server.close()
  }
  return { page, close }
}

function launchChromium(): Promise<Launched> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  return chromium.launch({ executablePath, args })
}

/** From the built library, as an application would bundle it. */
async function bundle(msw: 'msw' | 'msw2'): Promise<string> {
  const result = await rolldown({
    input: 'main',
    cwd: root,
    platform: 'browser',
    logLevel: 'silent',
    ...(msw === 'msw'
      ? {}
      : {
          resolve: {
            alias: {
              'msw/browser': join(root, 'node_modules/msw2/lib/browser/index.mjs'),
              msw: join(root, 'node_modules/msw2/lib/core/index.mjs'),
            },
          },
        }),
    plugins: [
      {
        name: 'main',
        resolveId: (id) => (id === 'main' ? join(root, 'main.js') : null),
        load: (id) => (id === join(root, 'main.js') ? MAIN : null),
      },
    ],
  })
  const { output } = await result.generate({ codeSplitting: false })
  return output[0].code
}
