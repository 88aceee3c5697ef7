/// <reference types="vitest/config" />
import './augmentation.ts'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { Vitest } from 'vitest/node'
import { CassetteOptionError } from '../errors/errors.ts'
import { type Checks, objectOf, oneOf, satisfying } from '../options/checks.ts'
import { escapeRegExp } from '../platform/escape-reg-exp.ts'
import { optionChecks } from '../session/cassette-options.ts'
import { CassetteReporter } from './cassette-reporter.ts'
import type { VitestCassetteOptions } from './test-cassette.ts'

export { cassetteDefaults } from './cassette-defaults.ts'
export type { CassetteMatchers } from './matchers.ts'
export { type CassetteFixtures, test } from './test.ts'
export type { CassetteMeta, TestCassetteOptions, VitestCassetteOptions } from './test-cassette.ts'

const SETUP = fileURLToPath(new URL('./setup.js', import.meta.url))
/** With either separator, as Vite spells paths with slashes everywhere. */
const SETUP_MODULE = new RegExp(`${SETUP.split(/[\\/]/).map(escapeRegExp).join('[\\\\/]')}$`)
const KEY = Symbol.for('msw-cassette/vitest/1')

/**
 * The Vitest plugin: `plugins: [cassettes()]` is all the set-up there is. Tests ask for a cassette with
 * `test(name, { meta: { cassette: true } }, …)`, and get its session as `cassette` in their context. At the end of the run
 * it reports what was replayed and recorded, and which cassettes are no longer needed.
 *
 * @param options the defaults of every test's cassette; functions are for `cassetteDefaults`, since they don't reach the workers
 * @returns a plugin for `plugins` of a Vitest configuration, at its root or in a project
 * @throws CassetteOptionError
 */
export function cassettes(options: VitestCassetteOptions = {}): Plugin {
  objectOf(checks)(options, '')
  refuseFunctions(options, '')
  return {
    name: 'msw-cassette',
    // Vitest does it for set-up files of the configuration. Without isolation what is not inlined is evaluated once for all
    // test files, and the hooks are gone after the first.
    config: () => ({ test: { server: { deps: { inline: [SETUP_MODULE] } } } }),
    async configureVitest({ vitest, project }) {
      // Threads share what Node compiled of its own modules, and MSW needs many: a twelfth of a suite's CPU time.
      if (project.config.pool === 'threads' || project.config.pool === 'vmThreads') await import('msw/node')
      if (!project.config.setupFiles.includes(SETUP)) project.config.setupFiles.unshift(SETUP)
      project.provide('msw-cassette', options)
      addReporter(vitest)
    },
  }
}

const checks: Checks<VitestCassetteOptions> = {
  ...optionChecks,
  auto: satisfying((value) => typeof value === 'boolean', 'true or false'),
  onFailure: oneOf(['discard', 'save']),
  server: oneOf(['plugin', 'own']),
}

function refuseFunctions(options: object, path: string): void {
  for (const [key, value] of Object.entries(options)) {
    const option = path + key
    if (typeof value === 'function') {
      const message = `The option "${option}" is a function, which can't get to the workers that run the tests. Give it to cassetteDefaults, in a setup file.`
      throw new CassetteOptionError(option, message)
    }
    if (typeof value === 'object' && value !== null) refuseFunctions(value, `${option}.`)
  }
}

/** Once, however many projects the plugin is in: the reporter is kept on the Vitest that it reports for. */
function addReporter(vitest: Vitest & { [KEY]?: CassetteReporter }): void {
  if (vitest[KEY]) return
  const reporter = new CassetteReporter()
  vitest[KEY] = reporter
  vitest.config.reporters.push(reporter as never)
  vitest.config.watchTriggerPatterns ??= []
  vitest.config.watchTriggerPatterns.push({
    pattern: /\.(?:ya?ml|json|har)$/,
    testsToRun: (file) => reporter.testsOf(file),
  })
}
