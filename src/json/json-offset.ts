import { endOfString } from './end-of-string.ts'

/**
 * Finds the offset of a value in JSON text.
 *
 * @param text valid JSON
 * @param path object keys and array indexes
 * @returns the offset at which the value begins; if the value is absent, that of its nearest parent
 */
export function jsonOffset(text: string, path: readonly (string | number)[]): number {
  let offset = skipSpace(text, 0)
  for (const step of path) {
    const next = findMember(text, offset, step)
    if (next === undefined) break
    offset = next
  }
  return offset
}

/**
 * Replaces a value in JSON text, and leaves everything else as it is spelled.
 *
 * @param text valid JSON
 * @param path leads to a value that exists
 * @param json the new value
 */
export function replaceJson(text: string, path: readonly (string | number)[], json: string): string {
  const offset = jsonOffset(text, path)
  const value = text.slice(offset, skipValue(text, offset)).trimEnd()
  return text.slice(0, offset) + json + text.slice(offset + value.length)
}

function findMember(text: string, offset: number, step: string | number): number | undefined {
  const isObject = text[offset] === '{'
  if (!isObject && text[offset] !== '[') return undefined
  let at = skipSpace(text, offset + 1)
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index++) {
    const end = isObject ? endOfString(text, at) : at
    const value = isObject ? skipSpace(text, skipSpace(text, end) + 1) : at
    if (isObject ? JSON.parse(text.slice(at, end)) === step : index === step) return value
    at = skipSpace(text, skipValue(text, value))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return undefined
}

function skipValue(text: string, offset: number): number {
  const first = text[offset]
  if (first === '"') return endOfString(text, offset)
  if (first === '{' || first === '[') return skipContainer(text, offset)
  let at = offset
  while (at < text.length && text[at] !== ',' && text[at] !== '}' && text[at] !== ']') at++
  return at
}

function skipContainer(text: string, offset: number): number {
  let depth = 0
  for (let at = offset; at < text.length; at++) {
    const char = text[at]
    if (char === '"') at = endOfString(text, at) - 1
    else if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') depth--
    if (depth === 0) return at + 1
  }
  return text.length
}

function skipSpace(text: string, offset: number): number {
  let at = offset
  while (/^[ \t\r\n]$/.test(text[at] ?? '')) at++
  return at
}
