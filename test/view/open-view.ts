import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Whether there is a browser to test with. CHROMIUM names another program. */
export const hasChromium: boolean = existsSync(executablePath)

/** Without anything that uses the network. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser that opens pages of `msw-cassette view`. */
export interface ViewBrowser {
  /** Opens a page, and reports everything that it does besides showing data. */
  open(file: string, hash?: string, options?: BrowserContextOptions): Promise<OpenView>
  close(): Promise<void>
}

/** An open page. */
export interface OpenView {
  readonly page: Page
  /** Errors, messages of the console, requests, dialogs and violations of the policy. */
  readonly incidents: string[]
}

/** Starts Chromium. */
export async function startViewBrowser(): Promise<ViewBrowser> {
  const browser: Browser = await chromium.launch({ executablePath, args })
  return {
    open: (file, hash = '', options) => openView(browser, `${pathToFileURL(file)}${hash}`, options),
    close: () => browser.close(),
  }
}

async function openView(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<OpenView> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options })
  const incidents: string[] = []
  page.on('console', (message) => incidents.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => incidents.push(`error: ${error.message}`))
  page.on('request', (request) => request.isNavigationRequest() || incidents.push(`request: ${request.url()}`))
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`)
    return dialog.dismiss()
  })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error(violatedDirective))
  })
  await page.goto(url)
  await page.locator('.app').waitFor()
  return { page, incidents }
}
