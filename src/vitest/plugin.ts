/// <reference types="vitest/config" />
import './augmentation.ts'
import { fileURLToPath } from 'node:url'
import type { Plugin, UserConfig } from 'vite'
import type { InlineConfig, TestProject, Vitest } from 'vitest/node'
import { CassetteOptionError } from '../errors/errors.ts'
import { checkIntercept, type Intercept, resolveIntercept } from '../intercept/intercept-option.ts'
import { type Checks, objectOf, oneOf, satisfying } from '../options/checks.ts'
import { escapeRegExp } from '../platform/escape-reg-exp.ts'
import { optionChecks } from '../session/cassette-options.ts'
import { createCassetteModules } from './cassette-modules.ts'
import { CassetteReporter } from './cassette-reporter.ts'
import { PAGE_SETUP, pageConfig, serveWorker, workerUrl } from './page-plugin.ts'
import type { VitestCassetteOptions } from './test-cassette.ts'

export { cassetteDefaults } from '../session/cassette-defaults.ts'
export type { CassetteMatchers } from './matchers.ts'
export {
  type CassetteFixtures,
  type CassetteTestAPI,
  type CutsContext,
  type CutsTest,
  type SamplesContext,
  type SamplesTest,
  test,
} from './test.ts'
export type { CassetteMeta, TestCassetteOptions, VitestCassetteOptions } from './test-cassette.ts'

/** The options of `cassettes()`. */
export interface CassettePluginOptions extends VitestCassetteOptions {
  /**
   * The path of a JSON report about the use of cassettes, relative to the working directory. With several projects, the one that is
   * configured first decides. Default: none.
   */
  report?: string
}

const SETUP = fileURLToPath(new URL('./setup.js', import.meta.url))
/** Matches both separators: Vite uses slashes on Windows too. */
const SETUP_MODULE = new RegExp(`${SETUP.split(/[\\/]/).map(escapeRegExp).join('[\\\\/]')}$`)
/** Fails the tests that request a cassette. */
const REFUSING_SETUP = fileURLToPath(new URL('./refusing-setup.js', import.meta.url))
const KEY = Symbol.for('msw-cassette/vitest/1')

/**
 * The Vitest plugin. `plugins: [cassettes()]` is the complete setup. A test gets a cassette with
 * `test(name, { meta: { cassette: true } }, …)`, and its session as `cassette` in the test context. At the end of the run the
 * plugin reports what was replayed and recorded, and which cassettes are obsolete. In browser mode, the page's requests are answered
 * through MSW's service worker, which the plugin serves.
 *
 * @param options default options for the cassettes of all tests; set functions with `cassetteDefaults`, since they can't be sent
 *   to workers
 * @returns a plugin for `plugins` of a Vitest configuration, at the root or in a project
 * @throws CassetteOptionError if an option is invalid
 */
export function cassettes(options: CassettePluginOptions = {}): Plugin {
  objectOf(checks)(options, '')
  assertNoFunctions(options, '')
  assertFits(options)
  const { report, ...defaults } = options
  return {
    name: 'msw-cassette',
    // Vitest inlines only the setup files of the configuration. Without isolation, a module that is not inlined is evaluated once
    // for all test files, so the hooks would run only for the first.
    config: { order: 'post', handler: ({ test }) => toConfig(test) },
    // A plugin after this one can set it to `true`, which Vite then adds to the list.
    configResolved: {
      order: 'pre',
      handler({ test }) {
        if (test?.server?.deps && inlinesAll(test)) test.server.deps.inline = true
      },
    },
    ...createCassetteModules(),
    configureServer: serveWorker,
    async configureVitest({ vitest, project }) {
      const { browser, pool, setupFiles } = project.config
      const intercept = interceptIn(project, defaults)
      // Threads share Node's compiled built-in modules, and MSW uses many: this saves a twelfth of a suite's CPU time.
      if (!browser.enabled && intercept === 'msw' && /^(?:threads|vmThreads)$/.test(pool)) await import('msw/node')
      const setup = findSetup(project)
      if (!setupFiles.includes(setup)) setupFiles.unshift(setup)
      const tags = (project.config.tags ?? []).filter(({ meta }) => meta?.cassette).map(({ name }) => name)
      const worker = browser.enabled ? { worker: workerUrl(project.vite.config.base) } : {}
      project.provide('msw-cassette', { ...defaults, intercept, tags, ...worker })
      addReporter(vitest, report)
    },
  }
}

/** Finds the setup file for the platform on which the tests of a project run. */
function findSetup({ config, vite }: Pick<TestProject, 'config' | 'vite'>): string {
  if (config.browser.enabled) return PAGE_SETUP
  // Cloudflare's plugin sets its pool after this one if it is configured after it.
  const isInWorkerd = vite.config.plugins.some(({ name }) => name.startsWith('@cloudflare/vitest-p'))
  return isInWorkerd || !NODE_POOLS.has(config.pool) ? REFUSING_SETUP : SETUP
}

const NODE_POOLS: ReadonlySet<string> = new Set(['forks', 'threads', 'vmForks', 'vmThreads', 'typescript'])

/** Vite merges it into the configuration. */
function toConfig(test: InlineConfig | undefined): UserConfig {
  if (!process.env.VITEST) return {}
  const server = { deps: { inline: [SETUP_MODULE] } }
  return { ...pageConfig, test: { ...pageConfig.test, ...(inlinesAll(test) ? {} : { server }) } }
}

/** `'auto'` needs a copy of this library and of MSW that Node itself loads, next to that of the tests. */
function interceptIn({ config }: TestProject, { server, intercept }: CassettePluginOptions): Intercept {
  const resolved = server === 'own' ? 'msw' : resolveIntercept(intercept)
  const hasOwnModules = config.pool.startsWith('vm') || config.server.deps?.inline === true
  return resolved === 'auto' && hasOwnModules ? 'msw' : resolved
}

/** Whether Vitest inlines every module: with `server.deps.inline: true`, possibly merged into a list. */
function inlinesAll(test: InlineConfig | undefined): boolean {
  const inline: unknown = test?.server?.deps?.inline
  return inline === true || (Array.isArray(inline) && inline.includes(true))
}

const checks: Checks<CassettePluginOptions> = {
  ...optionChecks,
  auto: satisfying((value) => typeof value === 'boolean', 'true or false'),
  onFailure: oneOf(['discard', 'save']),
  server: oneOf(['plugin', 'own']),
  intercept: checkIntercept,
  report: satisfying((value) => typeof value === 'string' && value !== '', 'the path of a file'),
}

function assertFits({ server, intercept = 'msw' }: CassettePluginOptions): void {
  if (server !== 'own' || intercept === 'msw') return
  throw new CassetteOptionError(
    'intercept',
    `The option "intercept" is '${intercept}', and "server" is 'own': your MSW server answers the requests. Remove one of them.`,
  )
}

function assertNoFunctions(options: object, path: string): void {
  for (const [key, value] of Object.entries(options)) {
    const option = path + key
    if (typeof value === 'function') {
      const message = `The option "${option}" is a function, which can't be sent to the workers that run the tests. Set it with cassetteDefaults in a setup file.`
      throw new CassetteOptionError(option, message)
    }
    if (typeof value === 'object' && value !== null) assertNoFunctions(value, `${option}.`)
  }
}

/** Adds one reporter, even if several projects use the plugin: it is stored on the Vitest instance. */
function addReporter(vitest: Vitest & { [KEY]?: CassetteReporter }, report: string | undefined): void {
  if (vitest[KEY]) return
  const reporter = new CassetteReporter(report)
  vitest[KEY] = reporter
  vitest.config.reporters.push(reporter as never)
  vitest.config.watchTriggerPatterns ??= []
  vitest.config.watchTriggerPatterns.push({
    pattern: /\.(?:ya?ml|json|har)$/,
    testsToRun: (file) => reporter.testsToRerun(file),
  })
}
