import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { chromium as chromiumPath, hasChromium } from '../chromium.ts'
import { checkBrowserMode } from './browser-mode.ts'
import { bundlePage } from './bundle-page.ts'
import { checkFirefox } from './firefox.ts'
import { createInstaller, type Installation } from './install.ts'
import { FILE_PROGRAM } from './programs.ts'
import { type CountedServer, checkBun, checkCloudflare, checkDeno, checkMsw3, type Differences } from './runners.ts'

// npm run test:platforms [NAME…]: runs the packed library on other platforms than Node, and prints the result and the time of each.
// It installs the platforms in a temporary folder. CHROMIUM and FIREFOX name the programs of browsers; pages are skipped without them.

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-platforms-'))
/** With MSW 2, and with everything that does not need MSW. */
const project = join(folder, 'msw-2')
const program = join(project, 'program.mjs')
const EVENTS = 'data: 1\n\ndata: 2\n\n'
const cassette = readFileSync(join(root, 'fixtures/go-vcr-v2/openai-chat-tools-streaming.yaml'), 'utf8')

let requests = 0
const server = createServer((request, response) => {
  const { url = '' } = request
  response.setHeader('access-control-allow-origin', '*')
  if (url.length === 2) {
    requests++
    response.end(`answer ${url}`)
    return
  }
  response.setHeader('content-type', url === '/worker.js' ? 'text/javascript' : 'text/event-stream')
  response.end(url === '/worker.js' ? worker : EVENTS)
})
let worker = ''

try {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const api: CountedServer = {
    origin,
    get requests() {
      return requests
    },
  }
  const selected = process.argv.slice(2)
  const install = createInstaller(folder)
  for (const [name, { needs, run }] of Object.entries(toSteps(api))) {
    if (selected.length > 0 && !selected.some((part) => name.includes(part))) continue
    install(needs)
    await report(name, run)
  }
} finally {
  server.close()
  rmSync(folder, { recursive: true })
}

/** A platform to run on. */
interface Step {
  /** The installation that it needs. */
  readonly needs: Installation
  run(): Promise<Differences | 'skipped'>
}

function toSteps(api: CountedServer): Record<string, Step> {
  const withFiles = { recorded: EVENTS, replayed: EVENTS, mismatch: 400, leaked: false, format: 'har', refused: true }
  const inPage = { status: 200, events: 5, spaced: 200, changed: 400 }
  const withoutMsw = (name: string, command: readonly string[]): Step => ({
    needs: 'msw-2',
    run: async () => compare(await runProgram(command, api.origin, join(project, `${name}.yaml`)), withFiles),
  })
  const bin = (name: string): string => join(project, 'node_modules/.bin', name)
  const inBrowser = (needs: Installation): Step => ({
    needs,
    run: async () => (hasChromium ? checkBrowserMode(join(folder, needs), api, cassette) : 'skipped'),
  })
  return {
    'Node, without MSW': withoutMsw('node', [process.execPath]),
    'Bun, without MSW': withoutMsw('bun', [bin('bun'), 'run']),
    'Deno, without MSW': withoutMsw('deno', [bin('deno'), 'run', '-A']),
    'workerd, without MSW': { needs: 'msw-2', run: async () => compare(await runInWorkerd(), inPage) },
    'web worker of Chromium, without MSW': {
      needs: 'msw-2',
      run: async () => (hasChromium ? compare(await runInWebWorker(chromiumPath, api.origin), inPage) : 'skipped'),
    },
    'page of Firefox, MSW 3': { needs: 'puppeteer', run: () => checkFirefox(join(folder, 'puppeteer'), api) },
    'bun test, MSW 2': { needs: 'msw-2', run: () => checkBun(project, api) },
    'deno test, MSW 2': { needs: 'msw-2', run: () => checkDeno(project, api) },
    'bun test, MSW 3: refused': { needs: 'msw-3', run: () => checkMsw3(join(folder, 'msw-3'), 'bun', api) },
    'deno test, MSW 3: refused': { needs: 'msw-3', run: () => checkMsw3(join(folder, 'msw-3'), 'deno', api) },
    "Cloudflare's pool of Vitest": {
      needs: 'vitest-5',
      run: () => checkCloudflare(join(folder, 'vitest-5'), cassette),
    },
    'browser mode of Vitest 5, MSW 3': inBrowser('vitest-5'),
    'browser mode of Vitest 4.1, MSW 2': inBrowser('vitest-4'),
  }
}

async function runProgram([command = '', ...args]: readonly string[], origin: string, file: string): Promise<unknown> {
  writeFileSync(program, FILE_PROGRAM)
  const child = spawn(command, [...args, program, origin, file], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  for await (const piece of child.stdout) output += piece
  return JSON.parse(output || 'null')
}

async function runInWorkerd(): Promise<unknown> {
  const main = 'export default { fetch: async () => Response.json(await run()) }'
  writeFileSync(join(project, 'worker.js'), await bundlePage(project, main, root))
  writeFileSync(
    join(project, 'workerd.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-11-01",
);`,
  )
  const args = ['serve', 'workerd.capnp', '--control-fd=3']
  const child = spawn(join(project, 'node_modules/.bin/workerd'), args, {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  })
  try {
    const [control] = await once(child.stdio[3] as NodeJS.ReadableStream, 'data')
    const { port } = JSON.parse(String(control))
    return await (await fetch(`http://127.0.0.1:${port}/`)).json()
  } finally {
    child.kill()
  }
}

async function runInWebWorker(executablePath: string, origin: string): Promise<unknown> {
  worker = await bundlePage(project, 'run().then(postMessage, (error) => postMessage(String(error.stack)))', root)
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  const browser = await chromium.launch({ executablePath, args })
  try {
    const page = await browser.newPage()
    await page.goto(origin)
    return await page.evaluate(
      () =>
        new Promise((resolve) => {
          new Worker('/worker.js', { type: 'module' }).onmessage = ({ data }) => resolve(data)
        }),
    )
  } finally {
    await browser.close()
  }
}

function compare(result: unknown, expected: unknown): Differences {
  return JSON.stringify(result) === JSON.stringify(expected) ? [] : [JSON.stringify(result)]
}

async function report(platform: string, run: Step['run']): Promise<void> {
  const start = performance.now()
  const differences = await run().catch((error: unknown) => [String(error)])
  const time = `${seconds(start)} s`.padStart(7)
  if (differences === 'skipped') {
    console.log(`${platform.padEnd(36)} skipped: the browser is not installed`)
    return
  }
  console.log(
    `${platform.padEnd(36)} ${time}  ${differences.length === 0 ? 'passes' : `fails:\n${differences.join('\n')}`}`,
  )
  if (differences.length > 0) process.exitCode = 1
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1)
}
