import { endOfString } from './end-of-string.ts'

/**
 * Finds where a value stands in a text of JSON.
 *
 * @param text sound JSON
 * @param path map keys and list indexes; where the value is absent, its nearest parent is found
 * @returns the place at which it begins
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

function findMember(text: string, offset: number, step: string | number): number | undefined {
  const isMap = text[offset] === '{'
  if (!isMap && text[offset] !== '[') return undefined
  let at = skipSpace(text, offset + 1)
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index++) {
    const end = isMap ? endOfString(text, at) : at
    const value = isMap ? skipSpace(text, skipSpace(text, end) + 1) : at
    if (isMap ? JSON.parse(text.slice(at, end)) === step : index === step) return value
    at = skipSpace(text, skipValue(text, value))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return undefined
}

function skipValue(text: string, offset: number): number {
  let depth = 0
  for (let at = offset; at < text.length; at++) {
    const char = text[at]
    if (char === '"') at = endOfString(text, at) - 1
    else if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') depth--
    if (depth < 0 || (depth === 0 && char === ',')) return at
    if (depth === 0 && (char === '"' || char === '}' || char === ']')) return at + 1
  }
  return text.length
}

function skipSpace(text: string, offset: number): number {
  let at = offset
  while (/^[ \t\r\n]$/.test(text[at] ?? '')) at++
  return at
}
