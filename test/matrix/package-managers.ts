import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cell, install, run, writeFiles } from './project.ts'

/** How each package manager installs a project and runs its script `test`. The programs are npm packages. */
const MANAGERS = [
  { name: 'npm', install: ['npm', 'install', '--no-audit', '--no-fund'], test: ['npm', 'test'] },
  { name: 'pnpm', install: ['pnpm', 'install', '--no-frozen-lockfile'], test: ['pnpm', 'test'] },
  { name: 'Yarn Classic', install: ['yarn', 'install', '--no-lockfile'], test: ['yarn', 'test'] },
  {
    name: 'Yarn, node_modules',
    install: ['yarn-berry', 'install', '--no-immutable'],
    test: ['yarn-berry', 'test'],
    linker: 'node-modules',
  },
  {
    name: 'Yarn, Plug and Play',
    install: ['yarn-berry', 'install', '--no-immutable'],
    test: ['yarn-berry', 'test'],
    linker: 'pnp',
  },
] as const

/**
 * Installs an example of the Vitest plugin with each package manager, and runs it.
 *
 * @param folder an empty folder
 * @param library the packed library
 * @param root the folder of this repository
 * @returns the rows of a table
 */
export function testPackageManagers(folder: string, library: string, root: string): string[][] {
  const tools = join(folder, 'tools')
  writeFiles(tools, {
    'package.json': { private: true, dependencies: { pnpm: '10', yarn: '1', '@yarnpkg/cli-dist': '4' } },
  })
  install(tools)
  const programs: Readonly<Record<string, readonly string[]>> = {
    npm: ['npm'],
    pnpm: [process.execPath, join(tools, 'node_modules/pnpm/bin/pnpm.cjs')],
    yarn: [process.execPath, join(tools, 'node_modules/yarn/bin/yarn.js')],
    'yarn-berry': [process.execPath, join(tools, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js')],
  }
  const rows = MANAGERS.map((manager): [string, Cell] => {
    const project = join(folder, manager.name.replaceAll(/\W+/g, '-').toLowerCase())
    cpSync(join(root, 'examples/vitest'), project, { recursive: true })
    const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
    const { devDependencies } = manifest
    writeFiles(project, {
      'package.json': { ...manifest, devDependencies: { ...devDependencies, 'msw-cassette': `file:${library}` } },
      'yarn.lock': '',
      ...('linker' in manager ? { '.yarnrc.yml': `nodeLinker: ${manager.linker}\nenableGlobalCache: false\n` } : {}),
    })
    const command = ([program, ...args]: readonly string[]): string[] => [...(programs[program ?? ''] ?? []), ...args]
    const env = { YARN_ENABLE_IMMUTABLE_INSTALLS: 'false', YARN_ENABLE_TELEMETRY: 'false' }
    const installed = run(`${manager.name} installs`, project, command(manager.install), env)
    return [
      manager.name,
      installed === 'passes' ? run(`${manager.name} runs`, project, command(manager.test), env) : installed,
    ]
  })
  return [['package manager', 'Vitest plugin'], ...rows]
}
