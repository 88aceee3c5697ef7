import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readVersion } from '../../compat/report/read-version.ts'
import { replaceSection } from '../docs/replace-section.ts'

// npm run test:upstream: runs the reproductions of MSW's faults, and writes their output into the pages of docs/upstream/.

/** A reproduction that takes longer hangs. In milliseconds; a busy machine needs more than a minute for the leak. */
const LIMIT = 5 * 60_000

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

const names = ['abort-leak', 'handler-order', 'http2', 'pooled-sockets', 'two-servers', 'ws-client'] as const
for (const name of names) {
  const page = path(`../../docs/upstream/${name}.md`)
  const document = readFileSync(page, 'utf8')
  const outputs = [run(name, 'msw', []), run(name, 'msw2', ['--import', path('../escapes/msw-2.ts')])]
  writeFileSync(page, replaceSection({ document, command: 'npm run test:upstream', text: outputs.join('\n\n') }))
  console.log(`${basename(page)}\n${outputs.join('\n')}`)
}

/** Runs a reproduction, and formats its output. */
function run(name: string, msw: 'msw' | 'msw2', hooks: readonly string[]): string {
  const file = path(`../../examples/upstream/${name}.mjs`)
  const { status, stdout, stderr, error } = spawnSync(process.execPath, ['--expose-gc', ...hooks, file], {
    encoding: 'utf8',
    timeout: LIMIT,
  })
  if (status !== 0) throw new Error(`${name} with ${msw} failed:\n${error ?? ''}${stdout}${stderr}`)
  return `MSW ${readVersion(msw)}, Node ${process.versions.node}:\n\n\`\`\`text\n${stdout}\`\`\``
}
