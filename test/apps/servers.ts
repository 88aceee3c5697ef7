import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProvider } from '../provider/start-provider.ts'
import { installApp, packLibrary } from './install-app.ts'
import { visitServer } from './visit-server.ts'

// Installs the examples of servers with the packed library, records a stream with `msw-cassette/register` and with
// `msw-cassette serve`, and replays it without the provider. Run by `npm run test:apps`; the tests run examples/express too.

const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-servers-'))
const ANSWERS = ['It is 21 °C.\n', 'It is 21 °C.\n']

try {
  const library = packLibrary(folder)
  for (const name of ['fastify', 'hono'])
    for (const script of ['dev', 'serve']) {
      const project = join(folder, `${name}-${script}`)
      installApp({ name, folder: project, library })
      await check({ name, script, project })
    }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function check({ name, script, project }: Record<'name' | 'script' | 'project', string>): Promise<void> {
  const start = performance.now()
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
  const provider = await startProvider(project)
  expectAnswers(`${name}, ${script}, recording`, await visitServer(project, scripts[script], provider.env))
  await provider.close()
  if (provider.requests.length === 0) throw new Error(`${name}: the provider got no request.`)
  const { OPENAI_API_KEY: _none, ...env } = provider.env
  expectAnswers(`${name}, ${script}, replay`, await visitServer(project, scripts[script], env))
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`examples/${name}, script ${script}: records and replays (${seconds} s)`)
}

function expectAnswers(title: string, answers: readonly string[]): void {
  if (JSON.stringify(answers) !== JSON.stringify(ANSWERS)) throw new Error(`${title}: ${JSON.stringify(answers)}`)
}
