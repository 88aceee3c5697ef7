import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeTempFolder } from '../temp-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = join(root, 'node_modules')
/** Those of this library. */
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/**
 * Copies an example into a temporary folder and installs it as its users do, see `installPackages`.
 *
 * @param name its folder in `examples/`
 * @returns the folder
 */
export function installExample(name: string): string {
  const folder = join(makeTempFolder(), name)
  cpSync(join(root, 'examples', name), folder, { recursive: true })
  const { devDependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  installPackages(folder, [...new Set(['msw', 'msw-cassette', ...Object.keys(devDependencies)])])
  return folder
}

/** Installs packages in a folder: this library from its packed tarball, and all others as links, with their commands. */
export function installPackages(folder: string, names: readonly string[]): void {
  const installed = join(folder, 'node_modules')
  mkdirSync(join(installed, '.bin'), { recursive: true })
  for (const name of new Set([...names, ...Object.keys(dependencies)])) {
    if (name === 'msw-cassette') extractLibrary(join(installed, name))
    else link(join(modules, name), join(installed, name))
    for (const [command, file] of commandsOf(join(installed, name))) {
      const program = join(installed, name, file)
      if (name === 'msw-cassette') chmodSync(program, 0o755)
      symlinkSync(program, join(installed, '.bin', command))
    }
  }
}

/** Adds a package of this repository to an installed example, as a link. */
export function linkPackage(folder: string, name: string): void {
  link(join(modules, name), join(folder, 'node_modules', name))
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(target, path, 'junction')
}

function extractLibrary(folder: string): void {
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['-xzf', '-', '-C', folder, '--strip-components=1'], { input: packLibrary() })
}

function commandsOf(folder: string): [command: string, file: string][] {
  const { name, bin = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return typeof bin === 'string' ? [[name, bin]] : Object.entries(bin)
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
