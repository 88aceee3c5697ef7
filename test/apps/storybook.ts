import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Locator, type Page, chromium as playwright } from '@playwright/test'
import { chromium, hasChromium } from '../chromium.ts'
import { runPlatform } from '../platforms/platform-run.ts'
import { startProvider } from '../provider/start-provider.ts'
import { installApp, packLibrary } from './install-app.ts'
import { type AppCommand, startApp } from './start-app.ts'

// Installs examples/storybook with the packed library, records the cassette of its test, and opens its stories in Chromium without
// the provider: in the dev server, and built. Run by `npm run test:apps`.

/** What a story shows in the end. */
interface Story {
  readonly id: string
  readonly args?: string
  readonly state: string
  readonly text: RegExp
}

const DONE: Story = { id: 'answer--done', state: 'done', text: /^It is 21 °C\.$/ }
const STORIES: readonly Story[] = [
  DONE,
  { id: 'answer--writing', state: 'writing', text: /^It is $/ },
  { id: 'answer--interrupted', state: 'failed', text: /^It is .*error/ },
  {
    id: 'answer--done',
    args: 'question:Is it windy',
    state: 'failed',
    text: /No recorded interaction matches POST [\s\S]*\$\.messages\[0\]\.content\n +recorded +"How warm is it in Lisbon\?"\n +received +"Is it windy"/,
  },
]

const vite = 'node_modules/vite/bin/vite.js'
const storybook = 'node_modules/storybook/dist/bin/dispatcher.js'
const OFFLINE = { STORYBOOK_DISABLE_TELEMETRY: '1', CI: 'true' }

const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-storybook-'))
const project = join(folder, 'storybook')
try {
  if (hasChromium) await check()
  else console.log(`examples/storybook: skipped: there is no ${chromium}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function check(): Promise<void> {
  installApp({ name: 'storybook', folder: project, library: packLibrary(folder) })
  const provider = await startProvider(folder)
  await run(['node_modules/vitest/vitest.mjs', 'run'], provider.env)
  await provider.close()
  if (provider.requests.length !== 1) throw new Error(`The provider got ${provider.requests.join(', ') || 'nothing'}.`)
  await run(['node_modules/msw/cli/index.js', 'init', 'public', '--save'])

  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  const browser = await playwright.launch({ executablePath: chromium, args })
  const host = ['--host', '127.0.0.1', '--port']
  try {
    await serve(
      'dev',
      (port) => [storybook, 'dev', '--ci', ...host, port],
      async (origin) => {
        for (const story of STORIES) await checkStory(browser, origin, story)
        await checkReload(browser, origin)
      },
    )
    await run([storybook, 'build', '--quiet'])
    await serve(
      'build',
      (port) => [vite, 'preview', '--outDir', 'storybook-static', ...host, port],
      async (origin) => {
        for (const story of STORIES) await checkStory(browser, origin, story)
      },
    )
  } finally {
    await browser.close()
  }
}

async function run(args: readonly string[], env: Readonly<Record<string, string>> = OFFLINE): Promise<void> {
  const { exitCode, output } = await runPlatform({ folder: project, command: [process.execPath, ...args], env })
  if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${exitCode}:\n${output}`)
}

/** Checks a running Storybook. */
async function serve(title: string, args: AppCommand['args'], check: (origin: string) => Promise<void>): Promise<void> {
  const start = performance.now()
  const app = await startApp({ folder: project, args, env: OFFLINE })
  try {
    await check(app.origin)
  } finally {
    app.kill()
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`examples/storybook, ${title}: ${STORIES.length} stories replay the cassette (${seconds} s)`)
}

async function checkStory(browser: Browser, origin: string, story: Story): Promise<void> {
  const { page, answer } = await openStory(browser, origin, story)
  await expect(answer).toHaveText(story.text)
  await page.close()
}

/** A story shows the new content of its cassette without being opened again. */
async function checkReload(browser: Browser, origin: string): Promise<void> {
  const { page, answer } = await openStory(browser, origin, DONE)
  const cassette = join(project, '__cassettes__/answer.test.js/weather.yaml')
  const recorded = readFileSync(cassette, 'utf8')
  writeFileSync(cassette, recorded.replace('"21 "', '"22 "'))
  await expect(answer).toHaveText('It is 22 °C.')
  writeFileSync(cassette, recorded)
  await page.close()
}

async function openStory(
  browser: Browser,
  origin: string,
  { id, args = '', state }: Story,
): Promise<{ page: Page; answer: Locator }> {
  const page = await browser.newPage()
  await page.goto(`${origin}/iframe.html?${new URLSearchParams({ id, viewMode: 'story', args })}`)
  const answer = page.locator('#storybook-root p')
  // Vite bundles the dependencies when the first story requests them.
  await expect(answer).toHaveAttribute('data-state', state, { timeout: 30_000 })
  return { page, answer }
}
