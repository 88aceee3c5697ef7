import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../cli/run-cli.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { buildHostileCassette } from './hostile-cassette.ts'
import { hasChromium, startViewBrowser, type ViewBrowser } from './open-view.ts'

if (!hasChromium) console.warn('The tests of `view` are skipped: there is no Chromium. CHROMIUM names the program.')

/** Writes the page of the hostile cassette, and returns its path. */
async function writeHostilePage(): Promise<string> {
  const folder = makeTempFolder()
  writeFileSync(
    join(folder, '<img src=x onerror=alert(0)>.har'),
    stringifyCassette(buildHostileCassette(), { format: 'har' }),
  )
  expect(await runCli(folder, 'view', '.')).toMatchObject({ code: 0, stderr: '' })
  return join(folder, 'cassettes.html')
}

describe.skipIf(!hasChromium)('a page of hostile texts', () => {
  let browser: ViewBrowser
  beforeAll(async () => {
    browser = await startViewBrowser()
  })
  afterAll(() => browser.close())

  test('shows each of them in each view, and runs, loads and violates nothing', async () => {
    const { page, incidents } = await browser.open(await writeHostilePage())
    const count = buildHostileCassette().interactions.length
    for (let id = 0; id < count; id++) {
      for (const tab of ['conversation', 'stream', 'raw', 'diff']) {
        await page.evaluate((hash) => {
          location.hash = hash
        }, `#${id}/${tab}`)
        await page.locator(`[role=tab][aria-selected=true]#tab-${tab}`).waitFor()
      }
    }
    expect(incidents).toEqual([])
    // No element and no link comes from the data.
    expect(await page.locator('img, iframe, form, base, link, object, embed, a:not([href^="#"])').count()).toBe(0)
    expect(await page.locator('script').count()).toBe(2)
    await page.close()
  }, 120_000)

  test('makes characters visible that reorder a text', async () => {
    const { page } = await browser.open(await writeHostilePage())
    await page.getByRole('searchbox').fill('gnp.exe')
    await page.locator('.interaction').first().click()
    await expect.poll(() => page.locator('.panel .text').first().innerText()).toBe('adminU+202Egnp.exeU+2066 isolated')
    await page.close()
  })

  test('reports what it cuts, what is not UTF-8 and what is binary', async () => {
    const { page } = await browser.open(await writeHostilePage())
    const count = buildHostileCassette().interactions.length
    const notesOf = async (id: number): Promise<string> => {
      await page.goto(`${page.url().split('#')[0]}#${id}/raw`)
      await page.locator('[aria-label=Response] .body').waitFor()
      return page.locator('[aria-label=Response] .body').innerText()
    }
    expect(await notesOf(count - 3)).toContain('000000  ff fe 00 01 02')
    expect(await notesOf(count - 2)).toContain('It is not valid UTF-8')
    expect(await notesOf(count - 1)).toContain('characters left out to keep this page small')
    await page.close()
  })
})

test('the data can not end its block, and the policy admits nothing but the code of the page', async () => {
  const html = readFileSync(await writeHostilePage(), 'utf8')
  expect(html.match(/<\/?script|<!--/gi)).toEqual(['<script', '</script', '<script', '</script'])
  expect(html).not.toMatch(/[\u2028\u2029]/)
  const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? []
  expect(policy?.replaceAll(/'sha256-[\w+/=]+'/g, 'HASH').split('; ')).toEqual([
    "default-src 'none'",
    'script-src HASH',
    'style-src HASH',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
})
