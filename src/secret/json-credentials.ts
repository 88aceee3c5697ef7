import { type JsonPath, selectAtPath } from '../json/json-path.ts'
import { parseJson } from '../json/parse-json.ts'
import { writeJson } from '../json/write-json.ts'
import { REDACTED, type SecretSet } from './redacted.ts'
import { isSecretIfValueLooksSecret, isSecretMember } from './secret-name.ts'

/**
 * The members of all JSON in a text, such as a JSON body, JSON lines or the data of events. The last string can be cut: a
 * stream that its client left can end anywhere.
 */
const MEMBER =
  /"([\w.-]{1,60})"(\s*:\s*)(?:"([^"\\]*(?:\\.[^"\\]*)*)"|(-?\d[\d.eE+-]*)|"([^"\\\n]*(?:\\.[^"\\\n]*)*)\\?$)/g

/** The name of a member inside a JSON string that contains JSON, such as the arguments of a tool call. */
const NESTED_NAME = /\\"([\w.-]{1,60})\\+"\s*:/g

const STRING = /"[^"\\\n]*(?:\\.[^"\\\n]*)*(?:"|\\?$)/g

/**
 * Replaces JSON members, at any depth, whose names show that they carry a credential.
 *
 * @param text any text that contains JSON
 * @param secrets receives the replaced values
 */
export function redactMembers(text: string, secrets: SecretSet): string {
  const redacted = text.replace(
    MEMBER,
    (member, name: string, colon: string, whole?: string, number?: string, cut?: string) => {
      const value = whole ?? cut
      if (value === '' || !isSecret(name, value)) return member
      secrets.add(number ?? parseString(`"${value}"`) ?? '')
      return `"${name}"${colon}"${REDACTED}${cut === undefined ? '"' : ''}`
    },
  )
  if (!redacted.includes('\\"')) return redacted
  const nested = [...redacted.matchAll(NESTED_NAME)]
  if (!nested.some(([, name = '']) => isSecretMember(name) || isSecretIfValueLooksSecret(name))) return redacted
  return redacted.replace(STRING, (string) => redactNested(string, secrets))
}

function isSecret(name: string, value: string | undefined): boolean {
  return isSecretMember(name) || (value !== undefined && isSecretIfValueLooksSecret(name) && CREDENTIAL.test(value))
}

/** A long string of letters and digits without spaces, which can't be a word or a phrase. */
const CREDENTIAL = /^(?=.*\d)(?=.*[A-Za-z])[\w.~+/=-]{16,}$/

function redactNested(string: string, secrets: SecretSet): string {
  const inner = string.includes('\\"') ? (parseString(string) ?? parseCutString(string)) : undefined
  if (inner === undefined) return string
  const redacted = redactMembers(inner, secrets)
  if (redacted === inner) return string
  return parseString(string) === undefined ? JSON.stringify(redacted).slice(0, -1) : JSON.stringify(redacted)
}

/** Without the escape in which it was cut. */
function parseCutString(json: string): string | undefined {
  return parseString(`${json.replace(/(?<!\\)((?:\\\\)*)\\(?:u[\da-fA-F]{0,3})?$/, '$1')}"`)
}

function parseString(json: string): string | undefined {
  const value = parseJson(json)
  return typeof value === 'string' ? value : undefined
}

/** JSON on one line, or in the data of an event. */
const DOCUMENT = /^((?:data:)?[ \t]*)([{[].*[}\]])([ \t]*\r?)$/gm

/**
 * Replaces all strings and numbers at JSON paths. A changed document is serialized again, without white space.
 *
 * @param text a JSON body, JSON lines, or events
 * @param paths the paths from the root of each document
 * @param secrets receives the replaced values
 */
export function redactPaths(text: string, paths: readonly JsonPath[], secrets: SecretSet): string {
  if (paths.length === 0) return text
  const whole = parseJson(text)
  if (whole !== undefined) return redactDocument(text, whole, paths, secrets)
  return text.replace(
    DOCUMENT,
    (_, before: string, json: string, after: string) =>
      before + redactDocument(json, parseJson(json), paths, secrets) + after,
  )
}

function redactDocument(text: string, document: unknown, paths: readonly JsonPath[], secrets: SecretSet): string {
  let redacted = 0
  const redact = (parent: object, key: string): void => {
    const value: unknown = Reflect.get(parent, key)
    if (typeof value === 'object' && value !== null) for (const child of Object.keys(value)) redact(value, child)
    else if (!(value === REDACTED || value === '' || value === null || typeof value === 'boolean')) {
      secrets.add(String(value))
      Reflect.set(parent, key, REDACTED)
      redacted++
    }
  }
  for (const path of paths) {
    for (const [parent, key] of selectAtPath(document, path)) redact(parent, key)
  }
  return redacted > 0 ? writeJson(document) : text
}
