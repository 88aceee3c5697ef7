import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProvider } from '../provider/start-provider.ts'
import { visitServer } from './visit-server.ts'

// Installs the examples of servers with the packed library, records a stream with `msw-cassette/register` and with
// `msw-cassette serve`, and replays it without the provider. Run by `npm run test:apps`; the tests run examples/express too.

const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-servers-'))
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const ANSWERS = ['It is 21 °C.\n', 'It is 21 °C.\n']

try {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder])
  for (const name of ['fastify', 'hono']) for (const script of ['dev', 'serve']) await check(name, script)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function check(name: string, script: string): Promise<void> {
  const project = join(folder, `${name}-${script}`)
  const start = performance.now()
  const scripts = install(name, project)
  const installed = performance.now()
  const provider = await startProvider(project)
  expectAnswers(`${name}, ${script}, recording`, await visitServer(project, scripts[script] ?? '', provider.env))
  await provider.close()
  if (provider.requests.length === 0) throw new Error(`${name}: the provider got no request.`)
  const { OPENAI_API_KEY: _none, ...env } = provider.env
  expectAnswers(`${name}, ${script}, replay`, await visitServer(project, scripts[script] ?? '', env))
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1)
  console.log(
    `examples/${name}, script ${script}: records and replays (${seconds(installed, performance.now())} s; installed in ${seconds(start, installed)} s)`,
  )
}

function install(name: string, project: string): Record<string, string> {
  mkdirSync(project)
  cpSync(join('examples', name), project, { recursive: true })
  const file = join(project, 'package.json')
  const library = `file:${join(folder, `msw-cassette-${version}.tgz`)}`
  writeFileSync(file, readFileSync(file, 'utf8').replace(`"^${version}"`, JSON.stringify(library)))
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: project })
  return JSON.parse(readFileSync(file, 'utf8')).scripts
}

function expectAnswers(title: string, answers: readonly string[]): void {
  if (JSON.stringify(answers) !== JSON.stringify(ANSWERS)) throw new Error(`${title}: ${JSON.stringify(answers)}`)
}
