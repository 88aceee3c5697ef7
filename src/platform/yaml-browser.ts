import * as yaml from 'yaml'

/** The YAML package: what is loaded later can't be loaded at once here. */
export function loadYaml(): typeof import('yaml') {
  return yaml
}
