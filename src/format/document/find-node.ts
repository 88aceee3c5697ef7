import type { Document, Node, Pair, YAMLMap } from 'yaml'
import { loadYaml } from '#yaml'
import type { Path } from './path.ts'

/**
 * Finds the node at a path, through aliases and merge keys.
 *
 * @returns undefined if there is none
 */
export function findNode(document: Document.Parsed, path: Path): Node | undefined {
  let node: unknown = document.contents
  for (const step of path) node = findMember(document, resolveAlias(document, node), step)
  const found = resolveAlias(document, node)
  return loadYaml().isNode(found) ? found : undefined
}

function resolveAlias(document: Document.Parsed, node: unknown): unknown {
  return loadYaml().isAlias(node) ? node.resolve(document) : node
}

function findMember(document: Document.Parsed, node: unknown, step: string | number): unknown {
  const { isMap, isSeq } = loadYaml()
  if (isMap(node)) return findValue(document, node, String(step))
  return isSeq(node) && typeof step === 'number' ? node.items[step] : undefined
}

function findValue(document: Document.Parsed, map: YAMLMap, key: string): unknown {
  const own = map.items.find((pair) => toKey(pair) === key)
  if (own) return own.value
  for (const pair of map.items) {
    if (toKey(pair) !== '<<') continue
    const source = resolveAlias(document, pair.value)
    const maps = loadYaml().isSeq(source) ? source.items.map((item) => resolveAlias(document, item)) : [source]
    for (const merged of maps) {
      const value = loadYaml().isMap(merged) ? findValue(document, merged, key) : undefined
      if (value !== undefined) return value
    }
  }
  return undefined
}

/** The key as `toJS` spells it. A merge key is a symbol. */
function toKey({ key }: Pair): string | undefined {
  if (!loadYaml().isScalar(key)) return undefined
  return typeof key.value === 'symbol' ? key.value.description : String(key.value)
}
