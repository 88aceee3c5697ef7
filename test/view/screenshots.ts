import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startViewBrowser } from './open-view.ts'

// Writes the pictures of `docs/images/` that the README and the guide show: `npm run screenshots`.

const PAGE = resolve('examples/view/cassettes.html')

/** A picture of the page. */
interface Screenshot {
  readonly name: string
  readonly hash: string
  readonly colorScheme: 'light' | 'dark'
  readonly width: number
  readonly height: number
  /** The position in the stream, in ms. */
  readonly position?: number
}

const screenshots: readonly Screenshot[] = [
  { name: 'view-conversation', hash: '#1/conversation', colorScheme: 'light', width: 1280, height: 640 },
  { name: 'view-stream', hash: '#1/stream', colorScheme: 'dark', width: 1280, height: 720, position: 1_000 },
  { name: 'view-diff', hash: '#2/diff', colorScheme: 'light', width: 1280, height: 480 },
]

const args = ['view', 'cassettes/jacket.yaml', '--against', 'cassettes/jacket.old.yaml', '--out', PAGE]
const { status } = spawnSync(process.execPath, [resolve('dist/cli/main.js'), ...args], {
  cwd: 'examples/view',
  stdio: 'inherit',
})
if (status !== 0) throw new Error('Failed to write the page.')
const browser = await startViewBrowser()
for (const { name, hash, colorScheme, width, height, position } of screenshots) {
  const { page } = await browser.open(PAGE, hash, { colorScheme, viewport: { width, height } })
  const slider = page.getByRole('slider')
  if (position !== undefined) await slider.fill(String(position))
  if (position !== undefined) await slider.blur()
  // Playwright itself can't write WebP, which is a third of the size of PNG.
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 90 })
  writeFileSync(join('docs/images', `${name}.webp`), data, 'base64')
  await page.close()
}
await browser.close()
