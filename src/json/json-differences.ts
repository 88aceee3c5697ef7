import { canonicalJson } from './canonical-json.ts'
import { isJsonObject, type JsonObject } from './json-value.ts'

/** One difference between two JSON values. */
export interface JsonDifference {
  /** A JSON path, such as `$.messages[1].content`. */
  readonly path: string
  /** The recorded value; undefined if it is absent. */
  readonly recorded: unknown
  /** The received value; undefined if it is absent. */
  readonly received: unknown
}

/**
 * Lists the differences between two JSON values, in the order of the recorded one.
 *
 * @param recorded the expected value
 * @param received the actual value
 * @param limit the maximum number of differences, default 100
 */
export function jsonDifferences(recorded: unknown, received: unknown, limit = 100): JsonDifference[] {
  const differences: JsonDifference[] = []
  collect(recorded, received, '$', differences, limit)
  return differences
}

function collect(
  recorded: unknown,
  received: unknown,
  path: string,
  differences: JsonDifference[],
  limit: number,
): void {
  if (differences.length >= limit) return
  if (Array.isArray(recorded) && Array.isArray(received)) {
    const length = Math.max(recorded.length, received.length)
    for (let i = 0; i < length; i++) collect(recorded[i], received[i], `${path}[${i}]`, differences, limit)
  } else if (isJsonObject(recorded) && isJsonObject(received)) {
    for (const key of new Set([...Object.keys(recorded), ...Object.keys(received)])) {
      collect(member(recorded, key), member(received, key), path + memberPath(key), differences, limit)
    }
  } else if (!isEqual(recorded, received)) {
    differences.push({ path, recorded, received })
  }
}

/** Ignores inherited members, such as `constructor`. */
function member(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  return (a === undefined) === (b === undefined) && canonicalJson(a) === canonicalJson(b)
}

function memberPath(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}
