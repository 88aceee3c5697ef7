import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testNodeVersions } from './node-versions.ts'
import { testPackageManagers } from './package-managers.ts'
import { testTypeScript } from './typescript.ts'

// npm run test:matrix [TABLE…]: installs the packed library with each version of Node, Vitest, MSW and TypeScript and with each package
// manager, and writes the tables into docs/platforms.md. Fails if a cell does.

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = join(root, 'docs/platforms.md')
const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-matrix-'))

const TABLES = {
  node: testNodeVersions,
  managers: testPackageManagers,
  typescript: testTypeScript,
}

try {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root })
  const library = join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '')
  const selected = process.argv.slice(2)
  for (const [name, test] of Object.entries(TABLES)) {
    if (selected.length > 0 && !selected.includes(name)) continue
    const start = performance.now()
    const table = toTable(test(join(folder, name), library, root))
    console.log(table)
    console.error(`${name}: ${Math.round((performance.now() - start) / 1000)} s`)
    writeFileSync(page, replaceTable(readFileSync(page, 'utf8'), name, table))
    if (table.includes('fails')) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function toTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`.replace('|  |', '| |'))
    .join('\n')
}

/** A table follows a comment with its name. */
function replaceTable(text: string, name: string, table: string): string {
  const pattern = new RegExp(`(<!-- ${name} -->\n\n)(?:\\|.*\n)*`)
  if (!pattern.test(text)) throw new Error(`docs/platforms.md has no place for the table ${name}.`)
  return text.replace(pattern, (_, before: string) => `${before}${table}\n`)
}
