import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Copies the built library to where it is found as if it were installed. What is linked does not lie below node_modules: Vite
 * would transform all of it, and it would find the MSW of this repository.
 *
 * @param folder of the project that imports it
 */
export function copyLibrary(folder: string): void {
  for (const part of ['dist', 'package.json'])
    cpSync(join(root, part), join(folder, 'node_modules/msw-cassette', part), { recursive: true })
}
