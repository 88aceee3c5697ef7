import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Copies the built library to a project's `node_modules`. A link would not do: its target is outside of `node_modules`, so Vite
 * would transform the library, and the library would import the MSW of this repository.
 *
 * @param folder the folder of the project
 */
export function copyLibrary(folder: string): void {
  for (const part of ['dist', 'package.json'])
    cpSync(join(root, part), join(folder, 'node_modules/msw-cassette', part), { recursive: true })
}
