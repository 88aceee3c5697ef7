import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeTempFolder } from '../temp-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = join(root, 'node_modules')

/**
 * Copies an example into a temporary folder and installs it as its users do: from the packed tarball of this library. Its other
 * dependencies are links.
 *
 * @param name its folder in `examples/`
 * @returns the folder
 */
export function installExample(name: string): string {
  const folder = join(makeTempFolder(), name)
  cpSync(join(root, 'examples', name), folder, { recursive: true })
  const installed = join(folder, 'node_modules')
  for (const dependency of ['msw', ...dependencies(folder)]) {
    if (dependency === 'msw-cassette') continue
    mkdirSync(dirname(join(installed, dependency)), { recursive: true })
    symlinkSync(join(modules, dependency), join(installed, dependency), 'junction')
  }
  const library = join(installed, 'msw-cassette')
  mkdirSync(library, { recursive: true })
  execFileSync('tar', ['-xzf', '-', '-C', library, '--strip-components=1'], { input: packLibrary() })
  symlinkSync(join(modules, 'yaml'), join(installed, 'yaml'), 'junction')
  return folder
}

function dependencies(folder: string): string[] {
  const { devDependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return Object.keys(devDependencies).filter((name) => name !== 'msw')
}

let tarball: Buffer | undefined

function packLibrary(): Buffer {
  if (tarball) return tarball
  const folder = makeTempFolder()
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root })
  tarball = readFileSync(join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? ''))
  return tarball
}
