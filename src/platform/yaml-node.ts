import { createRequire } from 'node:module'

let yaml: typeof import('yaml') | undefined

/** Loads the YAML package on first use: most cassettes are read without it, and loading it takes longer than reading them. */
export function loadYaml(): typeof import('yaml') {
  yaml ??= createRequire(import.meta.url)('yaml') as typeof import('yaml')
  return yaml
}
