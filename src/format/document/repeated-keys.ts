import type { Document } from 'yaml'
import { loadYaml } from '#yaml'

/**
 * Finds the keys that stand in a map a second time. The parser's own search takes hours for a map of a million keys.
 *
 * @param document parsed without that search
 * @returns where each begins, in the order of the file
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
