import { type JsonPath, selectAtPath } from '../json/json-path.ts'
import { parseJson } from '../json/parse-json.ts'
import { writeJson } from '../json/write-json.ts'
import { REDACTED, type SecretSet } from './redacted.ts'
import { isSecretMember, mayBeSecretMember } from './secret-name.ts'

/** The members of any JSON in a text, be it a JSON body, lines of it, or the data of events. */
const MEMBER = /"([\w.-]{1,60})"(\s*:\s*)(?:"([^"\\]*(?:\\.[^"\\]*)*)"|(-?\d[\d.eE+-]*))/g

/** A member in a text of JSON that is JSON itself, such as the arguments of a tool. */
const NESTED_NAME = /\\"([\w.-]{1,60})\\+"\s*:/g

const STRING = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"/g

/**
 * Replaces the members of JSON whose names say that they carry a credential, however deep they stand.
 *
 * @param text any text that has JSON in it
 * @param found where the credentials go
 */
export function redactMembers(text: string, found: SecretSet): string {
  const redacted = text.replace(MEMBER, (member, name: string, colon: string, value?: string, number?: string) => {
    if (value === '' || !isSecret(name, value)) return member
    found.add(number ?? parseString(`"${value}"`) ?? '')
    return `"${name}"${colon}"${REDACTED}"`
  })
  if (!redacted.includes('\\"')) return redacted
  const nested = [...redacted.matchAll(NESTED_NAME)]
  if (!nested.some(([, name = '']) => isSecretMember(name) || mayBeSecretMember(name))) return redacted
  return redacted.replace(STRING, (string) => redactNested(string, found))
}

function isSecret(name: string, value: string | undefined): boolean {
  return isSecretMember(name) || (value !== undefined && mayBeSecretMember(name) && CREDENTIAL.test(value))
}

/** Long, in one piece, of letters and digits: no word, and no piece of text. */
const CREDENTIAL = /^(?=.*\d)(?=.*[A-Za-z])[\w.~+/=-]{16,}$/

function redactNested(string: string, found: SecretSet): string {
  const inner = string.includes('\\"') ? parseString(string) : undefined
  if (inner === undefined) return string
  const redacted = redactMembers(inner, found)
  return redacted === inner ? string : JSON.stringify(redacted)
}

function parseString(json: string): string | undefined {
  const value = parseJson(json)
  return typeof value === 'string' ? value : undefined
}

/** JSON that is a whole text, a line of one, or the data of an event. */
const DOCUMENT = /^((?:data:)?[ \t]*)([{[].*[}\]])([ \t]*\r?)$/gm

/**
 * Replaces all texts and numbers at JSON paths. A document that has some is written anew, without white space.
 *
 * @param text a JSON body, lines of JSON, or events
 * @param paths from the root of each document
 * @param found where the texts go
 */
export function redactPaths(text: string, paths: readonly JsonPath[], found: SecretSet): string {
  if (paths.length === 0) return text
  const whole = parseJson(text)
  if (whole !== undefined) return redactDocument(text, whole, paths, found)
  return text.replace(
    DOCUMENT,
    (_, before: string, json: string, after: string) =>
      before + redactDocument(json, parseJson(json), paths, found) + after,
  )
}

function redactDocument(text: string, document: unknown, paths: readonly JsonPath[], found: SecretSet): string {
  let redacted = 0
  const redact = (parent: object, key: string): void => {
    const value: unknown = Reflect.get(parent, key)
    if (typeof value === 'object' && value !== null) for (const child of Object.keys(value)) redact(value, child)
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
