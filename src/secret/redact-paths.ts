import { type JsonPath, selectAtPath } from '../json/json-path.ts'
import { isJsonObject } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'
import { writeJson } from '../json/write-json.ts'
import { type FoundCredentials, REDACTED } from './redacted.ts'

/** JSON on one line, or in the data of an event. */
const DOCUMENT = /^((?:data:)?[ \t]{0,40})([{[].*[}\]])([ \t]{0,40}\r?)$/gm

/**
 * Replaces all strings and numbers at JSON paths. A changed document is serialized again, without white space.
 *
 * @param text a JSON body, JSON lines, or events
 * @param paths the paths from the root of each document
 * @param found receives the replaced values
 */
export function redactPaths(text: string, paths: readonly JsonPath[], found: FoundCredentials): string {
  if (paths.length === 0) return text
  const whole = parseJson(text)
  if (whole !== undefined) return redactDocument(text, whole, paths, found)
  return text.replace(
    DOCUMENT,
    (_, before: string, json: string, after: string) =>
      before + redactDocument(json, parseJson(json), paths, found) + after,
  )
}

function redactDocument(text: string, document: unknown, paths: readonly JsonPath[], found: FoundCredentials): string {
  let redacted = 0
  const redact = (parent: object, key: string): void => {
    const value: unknown = Reflect.get(parent, key)
    if (Array.isArray(value) || isJsonObject(value)) for (const child of Object.keys(value)) redact(value, child)
    else if (!(value === REDACTED || value === '' || value === null || typeof value === 'boolean')) {
      found.add(String(value))
      Reflect.set(parent, key, REDACTED)
      redacted++
    }
  }
  for (const path of paths) {
    for (const [parent, key] of selectAtPath(document, path)) redact(parent, key)
  }
  return redacted > 0 ? writeJson(document) : text
}
