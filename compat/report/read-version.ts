import { existsSync, readFileSync } from 'node:fs'

const root = new URL('../', import.meta.url)

/** Reads the version of an installed package. Those that are part of Node have none. */
export function readVersion(name: string): string {
  const files = [root, new URL('../', root)].map((folder) => new URL(`node_modules/${name}/package.json`, folder))
  const file = files.find((each) => existsSync(each))
  return file ? String(JSON.parse(readFileSync(file, 'utf8')).version) : ''
}
