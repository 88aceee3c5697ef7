import type { Document, Node } from 'yaml'
import { loadYaml } from '#yaml'
import { refuseAt } from './refuse-at.ts'

/**
 * Converts a document to plain values.
 *
 * @param text its text, and `file` its name, for messages
 * @throws CassetteParseError with the position of an alias without an anchor, or of a merge of something else than a map
 */
export function toValue(text: string, file: string, document: Document.Parsed): unknown {
  try {
    return document.toJS()
  } catch (cause) {
    const problem = findProblem(document, String(cause))
    if (problem) refuseAt(text, file, problem.node.range?.[0] ?? 0, problem.text, cause)
    return refuseAt(text, file, 0, cause instanceof ReferenceError ? EXPANSION : String(cause), cause)
  }
}

const EXPANSION = 'its aliases expand to more than any cassette holds'

interface Problem {
  readonly node: Node
  readonly text: string
}

function findProblem(document: Document.Parsed, message: string): Problem | undefined {
  if (message.includes('Unresolved alias')) return findUnresolved(document)
  return message.includes('Merge sources') ? findMerge(document) : undefined
}

/** Finds an alias that no anchor precedes. */
function findUnresolved(document: Document.Parsed): Problem | undefined {
  const { visit } = loadYaml()
  let found: Problem | undefined
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document)) return undefined
      found = { node: alias, text: `nothing before the alias *${alias.source} has the anchor &${alias.source}` }
      return visit.BREAK
    },
  })
  return found
}

/** Finds a merge key whose value is neither a map nor a list of maps. */
function findMerge(document: Document.Parsed): Problem | undefined {
  const { isAlias, isMap, isNode, isScalar, isSeq, visit } = loadYaml()
  const resolve = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node)
  let found: Problem | undefined
  visit(document, {
    Pair(_key, { key, value }) {
      if (!isScalar(key) || typeof key.value !== 'symbol' || !isNode(value)) return undefined
      const source = resolve(value)
      const isRight = isSeq(source) ? source.items.every((item) => isMap(resolve(item))) : isMap(source)
      if (isRight) return undefined
      found = { node: value, text: 'a merge key (<<) merges maps, and this is not a map' }
      return visit.BREAK
    },
  })
  return found
}
