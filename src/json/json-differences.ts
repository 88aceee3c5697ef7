import { canonicalJson } from './canonical-json.ts'
import { isJsonObject, type JsonObject } from './json-value.ts'

/** One place where two JSON values differ. */
export interface JsonDifference {
  /** Such as `$.messages[1].content`. */
  readonly path: string
  /** The recorded value; undefined where it is absent. */
  readonly recorded: unknown
  /** The received value; undefined where it is absent. */
  readonly received: unknown
}

/**
 * Lists where two JSON values differ, in the order of the recorded one.
 *
 * @param recorded the expected value
 * @param received the actual value
 * @param limit how many to list at the most, default 100
 */
export function jsonDifferences(recorded: unknown, received: unknown, limit = 100): JsonDifference[] {
  const found: JsonDifference[] = []
  collect(recorded, received, '$', found, limit)
  return found
}

function collect(recorded: unknown, received: unknown, path: string, found: JsonDifference[], limit: number): void {
  if (found.length >= limit) return
  if (Array.isArray(recorded) && Array.isArray(received)) {
    const length = Math.max(recorded.length, received.length)
    for (let i = 0; i < length; i++) collect(recorded[i], received[i], `${path}[${i}]`, found, limit)
  } else if (isJsonObject(recorded) && isJsonObject(received)) {
    for (const key of new Set([...Object.keys(recorded), ...Object.keys(received)])) {
      collect(member(recorded, key), member(received, key), path + memberPath(key), found, limit)
    }
  } else if (!equal(recorded, received)) {
    found.push({ path, recorded, received })
  }
}

/** Not what every object inherits, such as `constructor`. */
function member(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  return (a === undefined) === (b === undefined) && canonicalJson(a) === canonicalJson(b)
}

function memberPath(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}
