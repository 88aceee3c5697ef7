import { isJsonObject } from './json-value.ts'

/** One step of a path: a member, an index, all children, or all descendants that the next step selects. */
type Step = { kind: 'key'; key: string } | { kind: 'index'; index: number } | { kind: 'all' } | { kind: 'deep' }

/** A parsed JSON path. */
export type JsonPath = readonly Step[]

const STEP = /\.(?=\.[^.])|\.\*|\.?\[\*\]|\.?\[(\d+)\]|\.?\[(?:"([^"]*)"|'([^']*)')\]|\.([\w$\u{80}-\u{10ffff}-]+)/uy

/**
 * Parses a JSON path: `$.metadata.trace_id`, `$.messages[*].id`, `$['a key'].*`, `$..id`.
 *
 * @returns the path, or undefined if the text is not a supported path or selects the whole body
 * @see https://www.rfc-editor.org/rfc/rfc9535 (filters and slices are not supported)
 */
export function parseJsonPath(text: string): JsonPath | undefined {
  if (!/^\$[.[]/.test(text)) return undefined
  const steps: Step[] = []
  STEP.lastIndex = 1
  for (let at = 1; at < text.length; at = STEP.lastIndex) {
    const match = STEP.exec(text)
    if (!match) return undefined
    steps.push(toStep(match))
  }
  return steps.at(-1)?.kind === 'deep' ? undefined : steps
}

function toStep([text, index, doubleQuoted, singleQuoted, name]: RegExpExecArray): Step {
  if (text === '.') return { kind: 'deep' }
  if (index !== undefined) return { kind: 'index', index: Number(index) }
  const key = doubleQuoted ?? singleQuoted ?? name
  return key === undefined ? { kind: 'all' } : { kind: 'key', key }
}

/**
 * Removes the selected members and items from a JSON value, in place. Does nothing if the path selects nothing.
 */
export function removeAtPath(value: unknown, path: JsonPath): void {
  const [step, ...rest] = path
  if (!step || typeof value !== 'object' || value === null || value instanceof Uint8Array) return
  if (step.kind === 'deep') {
    for (const child of Object.values(value)) removeAtPath(child, path)
    removeAtPath(value, rest)
  } else if (rest.length > 0) {
    for (const key of selectKeys(value, step)) removeAtPath(Reflect.get(value, key), rest)
  } else {
    for (const key of selectKeys(value, step).reverse()) removeKey(value, key)
  }
}

/**
 * Selects members and items of a JSON value.
 *
 * @returns the parent object or array of each selected value, and its key in the parent
 */
export function* selectAtPath(value: unknown, path: JsonPath): Generator<[parent: object, key: string]> {
  const [step, ...rest] = path
  if (!step || typeof value !== 'object' || value === null || value instanceof Uint8Array) return
  if (step.kind === 'deep') {
    for (const child of Object.values(value)) yield* selectAtPath(child, path)
    yield* selectAtPath(value, rest)
  } else {
    for (const key of selectKeys(value, step)) {
      if (rest.length > 0) yield* selectAtPath(Reflect.get(value, key), rest)
      else yield [value, key]
    }
  }
}

function selectKeys(value: object, step: Step): string[] {
  if (step.kind === 'all') return Object.keys(value)
  if (step.kind === 'index') return Array.isArray(value) && step.index < value.length ? [String(step.index)] : []
  return step.kind === 'key' && isJsonObject(value) && Object.hasOwn(value, step.key) ? [step.key] : []
}

function removeKey(value: object, key: string): void {
  if (Array.isArray(value)) value.splice(Number(key), 1)
  else Reflect.deleteProperty(value, key)
}
