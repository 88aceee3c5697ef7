import { spawnSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'

/** The last file that a build writes. */
const LAST_BUILT = 'dist/index.d.ts'

/** Builds the library if it changed since the last build: many tests run the built files in child processes. */
export default function buildIfStale(): void {
  const sources = ['package.json', 'build.ts', ...globSync(['src/**/*.{ts,cts}', 'tsconfig*.json'])]
  const changed = Math.max(...sources.map(modifiedAt))
  if (modifiedAt(LAST_BUILT) > changed) return
  const { status } = spawnSync('npm run build', { shell: true, stdio: 'inherit' })
  if (status !== 0) throw new Error('Failed to build the library for the tests. Run npm run build.')
}

function modifiedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
