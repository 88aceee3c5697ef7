import { isAbsolute, relative, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { CassetteSaveError, CassetteUnreadableError } from '../errors/errors.ts'
import { resolveLinks } from '../storage/resolve-links.ts'
import { describeSystemError } from '../storage/system-error.ts'

/** The parts of a Vitest project that decide which files its pages can access. */
export type PageProject = Pick<TestProject, 'config' | 'vite' | 'vitest'>

/**
 * Resolves the path of a cassette that a page has sent, and refuses files that Vite would not serve to it. Links are followed first.
 *
 * @param project the project of the page
 * @param path absolute, or relative to the root of the project
 * @returns an absolute path
 * @throws CassetteUnreadableError
 */
export async function resolvePageFile({ config, vite }: PageProject, path: string): Promise<string> {
  const { root } = config
  const file = resolve(root, path)
  const refuse = (why: string): never => {
    throw new CassetteUnreadableError(path, `Failed to open the cassette ${path} for a page: ${why}`)
  }
  if (!isAbsolute(path) && leaves(root, file))
    refuse(`it leads out of the root of the project, ${root}. If that is intended, pass an absolute path.`)
  // Not from Vite, which pnpm hides from this package if the project does not depend on it.
  const { isFileLoadingAllowed } = await import('vitest/node')
  const target = follow(file, refuse)
  if (!isFileLoadingAllowed(vite.config, target.replaceAll('\\', '/')))
    refuse(
      `${target === file ? 'it' : `its target ${target}`} is not a file that Vite serves to pages. Move it into the project, or allow its folder: server.fs.allow.`,
    )
  return file
}

/**
 * Like `resolvePageFile`, for a cassette that a page records.
 *
 * @throws CassetteUnreadableError; CassetteSaveError if pages can't write files
 */
export async function resolveWritablePageFile(project: PageProject, path: string): Promise<string> {
  const file = await resolvePageFile(project, path)
  if ([project.config, project.vitest.config].every(allowsWriting)) return file
  throw new CassetteSaveError(
    file,
    `Failed to record the cassette ${path}: pages can't write files, because Vitest's server is exposed to the network. Record it ` +
      'without that, or set api.allowWrite in the Vitest configuration.',
  )
}

/** Vitest 4 has a second setting for pages. */
function allowsWriting({ api, browser }: TestProject['config']): boolean {
  const pageApi: Partial<typeof api> = Reflect.get(browser, 'api') ?? {}
  return api.allowWrite !== false && pageApi.allowWrite !== false
}

function leaves(folder: string, file: string): boolean {
  const path = relative(folder, file)
  return /^\.\.(?:[\\/]|$)/.test(path) || isAbsolute(path)
}

function follow(file: string, refuse: (why: string) => never): string {
  try {
    return resolveLinks(file)
  } catch (error) {
    return refuse(`${describeSystemError(error)}.`)
  }
}
