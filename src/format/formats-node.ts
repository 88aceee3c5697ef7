import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { loadYaml } from '#yaml'
import * as errors from '../errors/errors.ts'
import type * as formatModule from './format-module.ts'
import type { CassetteFormat } from './format-summary.ts'

/** `build.ts` replaces this by the list, so that it does not have to be loaded. */
declare const CASSETTE_FORMATS: readonly CassetteFormat[]

/** Every format that this library reads, sorted by name. */
export const cassetteFormats = CASSETTE_FORMATS

/** `build.ts` bundles the module as a function. It takes everything of which only one copy can exist. */
type CreateModule = (shared: {
  readonly errors: typeof errors
  readonly yaml: { readonly loadYaml: typeof loadYaml }
}) => typeof formatModule

let loaded: typeof formatModule | undefined

/**
 * Loads the readers and writers of all formats on first use. Most cassettes are read without them. The file is CommonJS, because
 * only CommonJS can be loaded synchronously in each supported Node and in Jest.
 */
export function loadFormats(): typeof formatModule {
  loaded ??= requireModule(createRequire(import.meta.url))({ errors, yaml: { loadYaml } })
  return loaded
}

function requireModule(require: NodeJS.Require): CreateModule {
  try {
    return require('./formats.cjs')
  } catch (cause) {
    // This file was bundled with other code, and is no longer next to the other.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'MODULE_NOT_FOUND')) throw cause
    return require(join(dirname(require.resolve('msw-cassette/package.json')), 'dist/shared/formats.cjs'))
  }
}
