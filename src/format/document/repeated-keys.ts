import type { Document } from 'yaml'
import { loadYaml } from '#yaml'

/**
 * Finds keys that occur more than once in a map. The YAML package can do this too, but it takes hours for a map of a million
 * keys.
 *
 * @param document parsed with `uniqueKeys: false`
 * @returns the offset of each repetition, in the order of the file
 */
export function findRepeatedKeys(document: Document.Parsed): number[] {
  const { isScalar, visit } = loadYaml()
  const offsets: number[] = []
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value) && key.range) offsets.push(key.range[0])
        seen.add(key.value)
      }
    },
  })
  return offsets.sort((a, b) => a - b)
}
