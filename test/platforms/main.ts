import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { bundlePage } from './bundle-page.ts'
import { FILE_PROGRAM } from './programs.ts'

// npm run test:platforms: runs msw-cassette/fetch from the packed library, without MSW, in Node, Bun, Deno, workerd and a web
// worker of Chromium (CHROMIUM names the program; without it the web worker is skipped). Fails if a result differs.

const root = fileURLToPath(new URL('../..', import.meta.url))
const project = mkdtempSync(join(tmpdir(), 'msw-cassette-platforms-'))
const program = join(project, 'program.mjs')
const EVENTS = 'data: 1\n\ndata: 2\n\n'

const server = createServer((request, response) => {
  response.setHeader('content-type', request.url === '/worker.js' ? 'text/javascript' : 'text/event-stream')
  response.end(request.url === '/worker.js' ? worker : EVENTS)
})
let worker = ''

try {
  install()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const withFiles = { recorded: EVENTS, replayed: EVENTS, mismatch: 400, leaked: false, format: 'har', refused: true }
  for (const [name, command] of Object.entries(toCommands())) {
    report(name, await runProgram(command, origin, join(project, `${name}.yaml`)), withFiles)
  }
  const inPage = { status: 200, events: 5, spaced: 200, changed: 400 }
  report('workerd', await runInWorkerd(), inPage)
  const browser = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (existsSync(browser)) report('web worker', await runInWebWorker(browser, origin), inPage)
  else console.log(`web worker  skipped: there is no ${browser}`)
} finally {
  server.close()
  rmSync(project, { recursive: true })
}

function install(): void {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], { cwd: root })
  const tarball = readdirSync(project).find((file) => file.endsWith('.tgz')) ?? ''
  const manifest = { private: true, type: 'module', allowScripts: { bun: true, deno: true, workerd: true } }
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest))
  writeFileSync(program, FILE_PROGRAM)
  const packages = [`./${tarball}`, 'bun', 'deno', 'workerd']
  const options = ['--silent', '--no-audit', '--no-fund', '--omit=peer']
  execFileSync('npm', ['install', ...options, ...packages], { cwd: project, stdio: ['ignore', 2, 2] })
}

/** The commands that run the program, without its arguments. */
function toCommands(): Record<string, string[]> {
  const bin = (name: string): string => join(project, 'node_modules/.bin', name)
  return { node: [process.execPath], bun: [bin('bun'), 'run'], deno: [bin('deno'), 'run', '-A'] }
}

async function runProgram([command = '', ...args]: readonly string[], origin: string, file: string): Promise<unknown> {
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

function report(platform: string, result: unknown, expected: unknown): void {
  const passes = JSON.stringify(result) === JSON.stringify(expected)
  console.log(`${platform.padEnd(10)}  ${passes ? 'passes' : `fails: ${JSON.stringify(result)}`}`)
  if (!passes) process.exitCode = 1
}
