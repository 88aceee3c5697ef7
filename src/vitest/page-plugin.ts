import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { UserConfig, ViteDevServer } from 'vite'
import type { HealCommand, OpenCommand, SaveCommand } from './page-commands.ts'
import type { PageProject } from './page-file.ts'

/** The setup file of projects in browser mode. */
export const PAGE_SETUP: string = fileURLToPath(new URL('../page/vitest/page-setup.js', import.meta.url))

/** Next to the page, so that the worker's scope contains it; not MSW's own name, which an application can have in its `public` folder. */
const WORKER = 'msw-cassette-worker.js'

/**
 * The URL of the script of MSW's worker in a page.
 *
 * @param base the public base path of the Vite server
 */
export function workerUrl(base: string): string {
  return base + WORKER
}

/** Answers for the script of MSW's worker, so that tests in a page need no copy of it in their `public` folder. */
export function serveWorker({ middlewares }: Pick<ViteDevServer, 'middlewares'>): void {
  middlewares.use(`/${WORKER}`, (_request, response) => {
    response.setHeader('content-type', 'text/javascript')
    response.end(readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')))
  })
}

interface CommandContext {
  readonly project: PageProject
}

/** The configuration that a page of Vitest's browser mode needs. Other projects are not affected. */
export const pageConfig: UserConfig = {
  // One copy of the library for the setup file and the tests, and no reload when Vite finds its dependencies.
  optimizeDeps: {
    exclude: ['msw-cassette'],
    include: ['msw', 'msw/browser', 'yaml'].map((name) => `msw-cassette > ${name}`),
  },
  test: {
    browser: {
      commands: {
        mswCassetteOpen: async ({ project }: CommandContext, command: OpenCommand) =>
          (await import('./main-commands.ts')).openCommand(project, command),
        mswCassetteSave: async ({ project }: CommandContext, command: SaveCommand) =>
          (await import('./main-commands.ts')).saveCommand(project, command),
        mswCassetteHeal: async ({ project }: CommandContext, command: HealCommand) =>
          (await import('./main-commands.ts')).healCommand(project, command),
      },
    },
  },
}
