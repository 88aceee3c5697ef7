import type { Alias, Document, Node, YAMLMap } from 'yaml'
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

/** The YAML package searches the whole document for each alias. */
const resolved = new WeakMap<Alias, { readonly node: unknown }>()

function resolveAlias(document: Document.Parsed, node: unknown): unknown {
  if (!loadYaml().isAlias(node)) return node
  const known = resolved.get(node) ?? { node: node.resolve(document) }
  resolved.set(node, known)
  return known.node
}

function findMember(document: Document.Parsed, node: unknown, step: string | number): unknown {
  const { isMap, isSeq } = loadYaml()
  if (isMap(node)) return membersOf(document, node).get(String(step))
  return isSeq(node) && typeof step === 'number' ? node.items[step] : undefined
}

/** The values of a map by their keys, as `toJS` spells them. Without an index, a lookup in a map of 20,000 keys takes 2 ms. */
const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, unknown>>()

function membersOf(document: Document.Parsed, map: YAMLMap): ReadonlyMap<string, unknown> {
  const known = indexes.get(map)
  if (known) return known
  const { isScalar } = loadYaml()
  const members = new Map<string, unknown>()
  indexes.set(map, members)
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue
    if (typeof key.value !== 'symbol') members.set(String(key.value), value)
    else addMerged(document, members, resolveAlias(document, value))
  }
  return members
}

/** Adds what the maps of a merge key have and the map itself lacks up to here; later keys replace it, as in `toJS`. */
function addMerged(document: Document.Parsed, members: Map<string, unknown>, source: unknown): void {
  const { isMap, isSeq } = loadYaml()
  for (const merged of isSeq(source) ? source.items : [source]) {
    const map = resolveAlias(document, merged)
    if (!isMap(map)) continue
    for (const [key, value] of membersOf(document, map)) if (!members.has(key)) members.set(key, value)
  }
}
