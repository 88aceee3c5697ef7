import { basename } from 'node:path'

const NAME = /^(?:npm|npx|pnpm|pnpx|yarn|yarnpkg|corepack)(?:-cli)?(?:-\d[\w.-]*)?(?:\.[cm]?js)?$/

/**
 * Tells a package manager from an application: its requests are not those of the application that it starts.
 *
 * @param program the path of the program, as in `process.argv[1]`
 */
export function isPackageManager(program: string | undefined): boolean {
  return program !== undefined && NAME.test(basename(program))
}
