import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator } from '@playwright/test'
import { source } from 'axe-core'
import { type Cassette, stringifyCassette } from 'msw-cassette'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../build-cassette.ts'
import { buildFrames } from '../build-frames.ts'
import { runCli } from '../cli/run-cli.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { hasChromium, type OpenView, startViewBrowser, type ViewBrowser } from './open-view.ts'

if (!hasChromium) console.warn('The tests of `view` are skipped: there is no Chromium. CHROMIUM names the program.')

/** Writes a page of cassettes, and returns its path. */
async function writePage(cassette: Cassette, ...args: string[]): Promise<string> {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'a.yaml'), stringifyCassette(cassette))
  expect(await runCli(folder, 'view', 'a.yaml', ...args)).toMatchObject({ code: 0 })
  return join(folder, 'cassettes.html')
}

async function writeFixturePage(...args: string[]): Promise<string> {
  const out = join(makeTempFolder(), 'page.html')
  expect(await runCli(resolve('fixtures'), 'view', 'go-vcr-v2', '--out', out, ...args)).toMatchObject({ code: 0 })
  return out
}

const chat = (prompt: string, answer: string): Exchange => ({
  method: 'POST',
  url: 'https://api.openai.com/v1/chat/completions',
  request: JSON.stringify({ model: 'gpt-5-mini', messages: [{ role: 'user', content: prompt }] }),
  response: JSON.stringify({
    object: 'chat.completion',
    model: 'gpt-5-mini',
    choices: [{ index: 0, message: { role: 'assistant', content: answer }, finish_reason: 'stop' }],
  }),
  type: 'application/json',
})

/** The lines of a part of the page, as they are shown. */
async function linesOf(locator: Locator): Promise<string[]> {
  return (await locator.innerText()).split('\n').filter(Boolean)
}

/** A stream with a token each 100 ms, and one gap of a second. */
function slowStream(): Exchange {
  const events = ['One ', 'two ', 'three ', 'four'].map(
    (content) =>
      `data: ${JSON.stringify({ object: 'chat.completion.chunk', model: 'm', choices: [{ index: 0, delta: { content } }] })}\n\n`,
  )
  const times = [100, 200, 1200, 1300]
  return {
    ...chat('Count', ''),
    response: events.join(''),
    type: 'text/event-stream',
    duration: 50,
    chunks: events.map((event, index) => ({ size: event.length, time: times[index] ?? 0 })),
  }
}

describe.skipIf(!hasChromium)('the page of view', () => {
  let browser: ViewBrowser
  beforeAll(async () => {
    browser = await startViewBrowser()
  })
  afterAll(() => browser.close())

  const goTo = async ({ page }: OpenView, hash: string): Promise<void> => {
    await page.evaluate((to) => {
      location.hash = to
    }, hash)
  }

  test.each(['light', 'dark'] as const)('has roles, names and contrast without a fault, %s', async (colorScheme) => {
    const view = await browser.open(await writeFixturePage())
    await view.page.emulateMedia({ colorScheme })
    for (const hash of ['#2/conversation', '#3/conversation', '#0/stream', '#0/raw', '#0/diff']) {
      await goTo(view, hash)
      await view.page.locator(`#tab-${hash.split('/')[1]}[aria-selected=true]`).waitFor()
      // Evaluated by the debugger, which the policy of the page does not concern.
      const violations = await view.page.evaluate(`${source}; axe.run().then(({ violations }) => violations)`)
      const found = (violations as { id: string; nodes: { html: string }[] }[]).map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html }) => html.slice(0, 150)),
      }))
      expect({ hash, found }).toEqual({ hash, found: [] })
    }
    await view.page.close()
  })

  test('shows a conversation with its tools', async () => {
    const { page, incidents } = await browser.open(await writeFixturePage(), '#3/conversation')
    expect(await linesOf(page.locator('.conversation'))).toEqual([
      ...['1 tool', 'weather', 'user', 'How warm is it in Lisbon?', 'answer', 'calls', 'weather', 'call_1'],
      ...['{"city": "Lisbon"}', 'finish reason tool_calls', 'openaiopenai-chatusage not recorded'],
    ])
    expect(incidents).toEqual([])
    await page.close()
  })

  test('plays a stream at its recorded times, and shows the answer up to a position', async () => {
    const view = await browser.open(await writePage(buildCassette(slowStream())), '#0/stream')
    const { page } = view
    const answer = (): Promise<string> => page.locator('.so-far .text').innerText()
    expect(await page.locator('.stream-facts').innerText()).toBe(
      'Headers\n50 ms\nFirst event\n150 ms\nFirst token\n150 ms\nMedian gap\n100 ms\nTotal\n1.35 s\nLongest gap\n1.00 s\nPieces\n4 events',
    )
    expect(await answer()).toBe('One two three four')
    const slider = page.getByRole('slider', { name: 'Position in the stream' })
    await slider.fill('300')
    expect({ answer: await answer(), text: await slider.getAttribute('aria-valuetext') }).toEqual({
      answer: 'One two ',
      text: '300 ms',
    })
    await slider.blur()
    await page.keyboard.press('ArrowRight')
    expect(await answer()).toBe('One two three ')
    await page.locator('.event').first().click()
    expect(await answer()).toBe('One ')
    await page.getByRole('button', { name: 'Play' }).click()
    await expect.poll(answer, { timeout: 10_000 }).toBe('One two three four')
    await page.getByRole('button', { name: 'Play' }).waitFor()
    await page.close()
  })

  test('searches everything, marks what it finds, and moves with the keyboard', async () => {
    const exchanges = [chat('first question', 'a reply'), chat('second', 'needle in the answer'), chat('third', 'x')]
    const { page } = await browser.open(await writePage(buildCassette(...exchanges)))
    const list = (): Promise<string[]> => page.locator('.interaction .words').allInnerTexts()
    await page.keyboard.press('/')
    await page.keyboard.type('NEEDLE answer')
    await expect.poll(list).toEqual(['needle in the answer'])
    expect(await page.locator('.search-count').innerText()).toBe('1 of 3')
    await page.keyboard.press('Escape')
    await expect.poll(list).toEqual(['a reply', 'needle in the answer', 'x'])
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('3')
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#2/raw')
    expect(await page.locator('[aria-current=true] .words').innerText()).toBe('x')
    await page.locator('#tab-raw').press('ArrowLeft')
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#2/stream')
    expect(await page.locator('.notice').innerText()).toBe('The response arrived as one piece.')
    await page.close()
  })

  test('shows the differences from another recording', async () => {
    const folder = makeTempFolder()
    writeFileSync(join(folder, 'old.yaml'), stringifyCassette(buildCassette(chat('a', 'An old answer.'))))
    const now = buildCassette(chat('a', 'A new answer.'), { url: 'https://other.test/' })
    writeFileSync(join(folder, 'new.yaml'), stringifyCassette(now))
    expect(await runCli(folder, 'view', 'new.yaml', '--against', 'old.yaml')).toMatchObject({ code: 0 })
    const { page } = await browser.open(join(folder, 'cassettes.html'), '#0/diff')
    expect(await linesOf(page.locator('.diff'))).toEqual([
      'wording compared with old.yaml: only the wording differs',
      ...['answer', '-', 'An old answer.', '+', 'A new answer.'],
    ])
    await page.keyboard.press('j')
    await expect.poll(() => page.locator('.diff').innerText()).toMatch(/^new compared with old.yaml/)
    await page.close()
  })

  test('folds JSON, and copies a request as curl, and a WebSocket for wscat', async () => {
    const { interactions } = buildFrames({ frames: ['> hello', '< hi'] })
    const cassette = buildCassette(chat("it's", 'x'))
    const both = { ...cassette, interactions: [...cassette.interactions, ...interactions] }
    const view = await browser.open(await writePage(both), '#0/raw')
    const { page } = view
    const code = page.locator('[aria-label=Request] .code')
    expect(await code.innerText()).toContain('"content": "it\'s"')
    await code.getByRole('button', { name: 'Fold' }).nth(1).click()
    expect((await code.innerText()).replaceAll('\n', '')).toBe('{"model": "gpt-5-mini", "messages": […]}')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy as curl' }).click()
    await page.getByText('Copied').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain("--url 'https://api.openai.com/v1/chat/completions'")
    expect(copied).toContain("it'\\''s")
    await page.keyboard.press('j')
    await page.getByRole('button', { name: 'Copy as wscat' }).click()
    await page.getByText('Copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("--execute='hello'")
    expect(await page.getByRole('button', { name: 'Copy as curl' }).count()).toBe(0)
    await page.close()
  })

  test('shows the list and an interaction one after the other on a narrow screen, and only the interaction in print', async () => {
    const { page } = await browser.open(await writeFixturePage())
    await page.setViewportSize({ width: 400, height: 700 })
    const shown = async (): Promise<string[]> => {
      const parts = ['.bar', '.sidebar', '.detail']
      const visible = await Promise.all(parts.map((part) => page.locator(part).isVisible()))
      return parts.filter((_, index) => visible[index])
    }
    expect(await shown()).toEqual(['.bar', '.sidebar'])
    await page.locator('.interaction').first().click()
    expect(await shown()).toEqual(['.bar', '.detail'])
    await page.getByRole('link', { name: 'All interactions' }).click()
    expect(await shown()).toEqual(['.bar', '.sidebar'])
    await page.emulateMedia({ media: 'print' })
    expect(await shown()).toEqual(['.detail'])
    await page.close()
  })

  test('opens 1,000 interactions within a second, and scrolls to the last one', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) =>
      chat(`prompt ${index} ${'word '.repeat(400)}`, `answer ${index}`),
    )
    const file = await writePage(buildCassette(...many))
    // From the navigation to the first paint, as the browser measures it. Repeated if a busy machine disturbs it.
    const measure = async (): Promise<number> => {
      const { page } = await browser.open(file)
      const time = await page.evaluate(() => performance.getEntriesByType('paint').at(-1)?.startTime)
      await page.close()
      return time ?? Number.POSITIVE_INFINITY
    }
    await expect.poll(measure, { timeout: 25_000 }).toBeLessThan(1_000)
    const { page, incidents } = await browser.open(file)
    expect(await page.locator('.interaction').count()).toBeLessThan(40)
    await page.locator('.sidebar .virtual').evaluate((list) => list.scrollTo(0, list.scrollHeight))
    await page.getByText('answer 999').waitFor()
    await page.getByRole('searchbox').fill('"prompt 512"')
    await page.locator('.interaction', { hasText: 'prompt 512' }).waitFor()
    expect(await page.locator('.interaction').count()).toBe(1)
    expect(incidents).toEqual([])
    await page.close()
  })
})

test('the code of the page has at most 70 KB', async () => {
  const html = readFileSync(await writePage(buildCassette({})), 'utf8')
  expect(html.length).toBeGreaterThan(30 * 1024)
  expect(html.length).toBeLessThan(70 * 1024)
})
