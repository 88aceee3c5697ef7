import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startProvider } from '../provider/start-provider.ts'

// Installs examples/next with the packed library, records its route in `next dev` with an edit in the middle, and replays it in `next dev`,
// in a built application and through `msw-cassette serve`, without the provider. Run by `npm run test:apps`.

const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-next-'))
const route = join(folder, 'app/api/weather/route.js')
const next = 'node_modules/next/dist/bin/next'
const cassette = { MSW_CASSETTE: 'cassettes/dev.yaml', MSW_CASSETTE_REPEAT: 'last' }
const register = '--import msw-cassette/register'

try {
  install()
  const provider = await startProvider(folder)
  const { NODE_OPTIONS: redirect = '', OPENAI_API_KEY = '', ...online } = provider.env
  const env = { ...online, ...cassette, NODE_OPTIONS: `${redirect} ${register}`, NEXT_TELEMETRY_DISABLED: '1' }

  await visit('next dev records', ['dev'], { ...env, OPENAI_API_KEY, MSW_CASSETTE_MODE: 'new-episodes' })
  if (provider.requests.length !== 2) throw new Error(`The provider got ${provider.requests.join(', ') || 'nothing'}.`)
  await provider.close()
  await visit('next dev replays', ['dev'], { ...env, CI: 'true' })

  execFileSync(process.execPath, [next, 'build'], { cwd: folder, stdio: 'inherit' })
  await visit('next start replays', ['start'], { ...env, CI: 'true' })

  const { NODE_OPTIONS: _none, ...plain } = { ...env, CI: 'true' }
  const serve = [
    'node_modules/msw-cassette/dist/cli/main.js',
    'serve',
    cassette.MSW_CASSETTE,
    '--repeat',
    'last',
    '--',
    'node',
  ]
  await visit('next start replays through msw-cassette serve', ['start'], plain, serve)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function install(): void {
  cpSync('examples/next', folder, { recursive: true })
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder])
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const file = join(folder, 'package.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(`"^${version}"`, `"file:msw-cassette-${version}.tgz"`))
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder })
}

/** Starts Next.js, requests its route for two cities, the second one after an edit of the route, and ends it with Ctrl+C. */
async function visit(
  title: string,
  args: string[],
  env: Record<string, string>,
  wrapper: string[] = [],
): Promise<void> {
  const port = await findPort()
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [...wrapper, next, ...args, '-p', port], {
    cwd: folder,
    env: { PATH: `${dirname(process.execPath)}:${PATH}`, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = collectOutput(child)
  try {
    while (!output().includes('Ready')) {
      if (child.exitCode !== null) throw new Error(`Next.js has ended:\n${output()}`)
      await setTimeout(100)
    }
    const lisbon = await readRoute(port, 'Lisbon')
    const original = readFileSync(route, 'utf8')
    writeFileSync(route, `${original}// ${Date.now()}\n`)
    await setTimeout(2000)
    const porto = await readRoute(port, 'Porto')
    writeFileSync(route, original)
    const closed = once(child, 'close')
    child.kill('SIGINT')
    const [code] = await closed
    console.log(`${title}: ${lisbon} ${porto} (exit code ${code})`)
    // Next.js ends with 130 after Ctrl+C in some of its commands; the verdict would be 1.
    if (code === 1 || lisbon !== 'It is 21 °C.' || porto !== 'It is 18 °C.') throw new Error(`Unexpected:\n${output()}`)
  } finally {
    child.kill('SIGKILL')
  }
}

/** Reads the words of the stream, which is one JSON text a line. */
async function readRoute(port: string, city: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/weather?city=${city}`)
  const text = await response.text()
  if (!response.ok) return `${response.status} ${text}`
  const events = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return events.map(({ choices }) => choices[0]?.delta.content ?? '').join('')
}

function collectOutput(child: ChildProcess): () => string {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (output += piece))
  return () => output
}

async function findPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await once(server.close(), 'close')
  return String(typeof address === 'object' ? address?.port : address)
}
