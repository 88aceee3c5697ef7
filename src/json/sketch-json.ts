import { unifyLineEndings } from './unify-line-endings.ts'

/**
 * Computes a number that is the same for all texts with the same `canonicalJson`. The numbers of different values mostly differ. For text
 * that is not JSON, only line endings are irrelevant. Undefined if a member has an excluded name.
 */
export type SketchJson = (text: string) => number | undefined

/**
 * Creates a `SketchJson`. It takes a small part of the time of `canonicalJson`: nothing is sorted, and only the engine reads the strings.
 * The numbers of two creations can't be compared.
 *
 * @param excluded names that no member can have
 */
export function createJsonSketch(excluded: readonly string[]): SketchJson {
  const ids: Ids = new Map()
  return (text) => sketchValue(parseOrKeep(text), excluded, ids)
}

/** The numbers of names and values, in the order in which they were first found. */
type Ids = Map<unknown, number>

function sketchValue(root: unknown, excluded: readonly string[], ids: Ids): number | undefined {
  let sum = 0
  // A list instead of a recursion, because a value can be nested deeply. A sum does not depend on the order.
  const open: object[] = [[root]]
  for (let container = open.pop(); container; container = open.pop()) {
    const isList = Array.isArray(container)
    const names = Object.keys(container)
    if (!isList && excluded.some((name) => names.includes(name))) return undefined
    for (const name of names) {
      const member: unknown = Reflect.get(container, name)
      if (isContainer(member)) open.push(member)
      sum = (sum + scatter(Math.imul(isList ? 0 : idOf(ids, name), NAMES) + idOf(ids, member))) | 0
    }
  }
  return sum
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The number of a name or a value. The members of a list or a map are irrelevant here. */
function idOf(ids: Ids, value: unknown): number {
  if (isContainer(value)) return Array.isArray(value) ? LIST : MAP
  const key = typeof value === 'string' ? shortenText(unifyLineEndings(value)) : value
  const known = ids.get(key)
  if (known !== undefined) return known
  const id = ids.size + FIRST
  ids.set(key, id)
  return id
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** The map keeps the strings, and a body can contain images. */
function shortenText(text: string): string {
  if (text.length <= MAX_TEXT) return text
  return `${text.length}:${text.slice(0, MAX_TEXT / 2)}${text.slice(-MAX_TEXT / 2)}`
}

/** Makes similar numbers unlike, so that their sums differ. */
function scatter(number: number): number {
  const mixed = Math.imul(number ^ (number >>> 15), 0x85ebca6b)
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
}

const MAX_TEXT = 10_000
const LIST = 1
const MAP = 2
const FIRST = 3
const NAMES = 0x01000193
