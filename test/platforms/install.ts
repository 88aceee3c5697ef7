import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The folders in which packages are installed. */
export type Installation = keyof typeof PACKAGES

const PACKAGES = {
  'msw-2': ['msw@2', 'bun', 'deno', 'workerd'],
  'msw-3': ['msw@3'],
  'vitest-5': [
    'msw@3',
    'vitest@5',
    'vite@8',
    '@vitest/browser-playwright@5',
    'playwright',
    '@cloudflare/vitest-plugin',
  ],
  puppeteer: ['puppeteer-core'],
  'vitest-4': ['msw@2', 'vitest@4.1', 'vite@8', '@vitest/browser-playwright@4.1', 'playwright'],
} as const

/**
 * Installs each folder on first use, with the packed library.
 *
 * @param folder where the folders are created
 */
export function createInstaller(folder: string): (name: Installation) => void {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root })
  const library = join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '')

  const installed = new Set<Installation>()
  return function install(name) {
    // Its runtimes are those of the other folder.
    if (name === 'msw-3') install('msw-2')
    if (installed.has(name)) return
    installed.add(name)
    const target = join(folder, name)
    mkdirSync(target)
    const manifest = { private: true, type: 'module', allowScripts: { bun: true, deno: true, workerd: true } }
    writeFileSync(join(target, 'package.json'), JSON.stringify(manifest))
    const start = performance.now()
    const options = ['--silent', '--no-audit', '--no-fund']
    execFileSync('npm', ['install', ...options, library, ...PACKAGES[name]], { cwd: target, stdio: ['ignore', 2, 2] })
    console.error(`installed ${PACKAGES[name].join(', ')} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
}
