import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { type Cell, install, installedVersion, run, writeFiles } from './project.ts'

const examples = ['vitest', 'vitest-concurrent']
const NODES = ['20', '22', '24', '26']
const SUITES = ['4.1', '5'].flatMap((vitest) => ['2', '3'].map((msw) => ({ vitest, msw })))

/**
 * Runs the examples of the Vitest plugin with each version of Vitest, MSW and Node.
 *
 * @param folder an empty folder
 * @param library the packed library
 * @param root the folder of this repository
 * @returns the rows of a table
 */
export function testNodeVersions(folder: string, library: string, root: string): string[][] {
  const binaries = Object.fromEntries(NODES.map((node) => [node, installNode(join(folder, `node-${node}`), node)]))
  const rows = SUITES.map(({ vitest, msw }) => {
    const project = join(folder, `vitest-${vitest}-msw-${msw}`)
    for (const example of examples) cpSync(join(root, 'examples', example), join(project, example), { recursive: true })
    // Vite 8 needs Node 22.
    const devDependencies = { msw, openai: '7', vite: vitest === '5' ? '8' : '7', vitest, 'msw-cassette': library }
    writeFiles(project, { 'package.json': { private: true, type: 'module', devDependencies } })
    install(project)
    const cells = NODES.map((node): Cell => {
      // MSW 3 and Vitest 5 need Node 22.
      if (node === '20' && (msw === '3' || vitest === '5')) return 'not supported'
      return runExamples(project, binaries[node] ?? '')
    })
    return [`Vitest ${vitest}, MSW ${msw}`, ...cells]
  })
  return [['', ...NODES.map((node) => `Node ${node}`)], ...rows]
}

function installNode(folder: string, node: string): string {
  const manifest = { private: true, devDependencies: { node }, allowScripts: { node: true } }
  writeFiles(folder, { 'package.json': manifest })
  install(folder)
  return join(folder, 'node_modules/node/bin/node')
}

function runExamples(project: string, binary: string): Cell {
  const command = [binary, join(project, 'node_modules/vitest/vitest.mjs'), 'run', '--root', '.']
  const versions = ['vitest', 'msw'].map((name) => `${name} ${installedVersion(project, name)}`).join(', ')
  const results = examples.map((example) => run(`${versions}, ${binary}: ${example}`, join(project, example), command))
  return results.every((result) => result === 'passes') ? 'passes' : 'fails'
}
