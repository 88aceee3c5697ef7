import { createRequire } from 'node:module'

let yaml: typeof import('yaml') | undefined

/** The YAML package, loaded when it is asked for: most cassettes are read without, and it takes longer than they do. */
export function loadYaml(): typeof import('yaml') {
  yaml ??= createRequire(import.meta.url)('yaml') as typeof import('yaml')
  return yaml
}
