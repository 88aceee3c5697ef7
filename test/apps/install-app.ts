import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

/**
 * Packs the library.
 *
 * @param folder where the tarball is written
 * @returns its path
 */
export function packLibrary(folder: string): string {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder])
  return join(folder, `msw-cassette-${version}.tgz`)
}

/** Copies an example into a new folder, and installs it from the registry, with the packed library. */
export function installApp({ name, folder, library }: { name: string; folder: string; library: string }): void {
  mkdirSync(folder)
  cpSync(join('examples', name), folder, { recursive: true })
  const file = join(folder, 'package.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(`"^${version}"`, JSON.stringify(`file:${library}`)))
  const start = performance.now()
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder })
  console.log(`examples/${name}: installed in ${((performance.now() - start) / 1000).toFixed(1)} s`)
}
