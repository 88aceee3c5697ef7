import * as yaml from 'yaml'

/** Returns the YAML package. A browser can't load it synchronously later. */
export function loadYaml(): typeof import('yaml') {
  return yaml
}
