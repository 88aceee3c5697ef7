import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startProvider } from '../provider/start-provider.ts'
import { installApp, packLibrary } from './install-app.ts'
import { startApp } from './start-app.ts'

// Installs the examples of frameworks with the packed library, records their route in the dev server with an edit in the middle, and
// replays it in the dev server, in a built application and through `msw-cassette serve`, without the provider. Run by
// `npm run test:apps`.

/** A framework that starts Node itself. The commands are arguments of Node. */
interface Framework {
  /** The module of the route that streams. */
  readonly route: string
  readonly dev: (port: string) => string[]
  readonly build: string[]
  readonly start: (port: string) => string[]
}

const next = 'node_modules/next/dist/bin/next'
const vite = 'node_modules/vite/bin/vite.js'

const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  next: {
    route: 'app/api/weather/route.js',
    dev: (port) => [next, 'dev', '-p', port],
    build: [next, 'build'],
    start: (port) => [next, 'start', '-p', port],
  },
  sveltekit: {
    route: 'src/routes/api/weather/+server.js',
    dev: (port) => [vite, 'dev', '--host', '127.0.0.1', '--port', port],
    build: [vite, 'build'],
    start: () => ['build'],
  },
}

const cassette = { MSW_CASSETTE: 'cassettes/dev.yaml', MSW_CASSETTE_REPEAT: 'last' }
const register = '--import msw-cassette/register'
const SERVE = [
  'node_modules/msw-cassette/dist/cli/main.js',
  'serve',
  cassette.MSW_CASSETTE,
  '--repeat',
  'last',
  '--',
  'node',
]

const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-frameworks-'))
try {
  const library = packLibrary(folder)
  for (const [name, framework] of Object.entries(FRAMEWORKS)) {
    const project = join(folder, name)
    installApp({ name, folder: project, library })
    await check(name, project, framework)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function check(name: string, project: string, { route, dev, build, start }: Framework): Promise<void> {
  const visitApp = (args: Framework['start'], env: Visit['env']): Promise<string> =>
    visit({ folder: project, route: join(project, route), args, env })
  const provider = await startProvider(project)
  const { NODE_OPTIONS: redirect = '', OPENAI_API_KEY = '', ...online } = provider.env
  const plain = { ...online, ...cassette, NEXT_TELEMETRY_DISABLED: '1' }
  const env = { ...plain, NODE_OPTIONS: `${redirect} ${register}` }

  const recorded = await visitApp(dev, { ...env, OPENAI_API_KEY, MSW_CASSETTE_MODE: 'new-episodes' })
  console.log(`${name}: dev records: ${recorded}`)
  if (provider.requests.length !== 2) throw new Error(`The provider got ${provider.requests.join(', ') || 'nothing'}.`)
  await provider.close()
  console.log(`${name}: dev replays: ${await visitApp(dev, { ...env, CI: 'true' })}`)

  execFileSync(process.execPath, build, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] })
  console.log(`${name}: the built application replays: ${await visitApp(start, { ...env, CI: 'true' })}`)
  const served = await visitApp((port) => [...SERVE, ...start(port)], { ...plain, CI: 'true' })
  console.log(`${name}: the built application replays through msw-cassette serve: ${served}`)
}

/** One run of an application. */
interface Visit {
  readonly folder: string
  /** The path of its route. */
  readonly route: string
  readonly args: (port: string) => string[]
  readonly env: Readonly<Record<string, string>>
}

/** Starts an application, requests its route for two cities, the second one after an edit of the route, and ends it with Ctrl+C. */
async function visit({ folder, route, args, env }: Visit): Promise<string> {
  const app = await startApp({ folder, args, env })
  try {
    const lisbon = await readRoute(app.origin, 'Lisbon')
    const original = readFileSync(route, 'utf8')
    writeFileSync(route, `${original}// ${Date.now()}\n`)
    await setTimeout(2000)
    const porto = await readRoute(app.origin, 'Porto')
    writeFileSync(route, original)
    const code = await app.interrupt()
    const outcome = `${lisbon} ${porto} (exit code ${code})`
    // Next.js ends with 130 after Ctrl+C in some of its commands; the verdict would be 1.
    if (code === 1 || lisbon !== 'It is 21 °C.' || porto !== 'It is 18 °C.')
      throw new Error(`Unexpected: ${outcome}\n${app.output()}`)
    return outcome
  } finally {
    app.kill()
  }
}

/** Reads the words of the stream, which is one JSON text a line. */
async function readRoute(origin: string, city: string): Promise<string> {
  const response = await fetch(`${origin}/api/weather?city=${city}`)
  const text = await response.text()
  if (!response.ok) return `${response.status} ${text}`
  const events = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return events.map(({ choices }) => choices[0]?.delta.content ?? '').join('')
}
