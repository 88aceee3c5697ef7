import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Lists the installed versions of a package's dependencies. */
export function versions(folder: string): string {
  const { dependencies } = readPackage(folder)
  return Object.keys(dependencies)
    .map((name) => `${name} ${readPackage(join(folder, 'node_modules', name)).version}`)
    .join(', ')
}

function readPackage(folder: string): { version: string; dependencies: Record<string, string> } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}
