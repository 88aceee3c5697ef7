import { parseJson } from '../json/parse-json.ts'

/** A text in one of its decoded forms. */
export interface Decoding {
  readonly text: string
  /** How it was decoded, for messages, such as `in base64`; empty for forms that need no explanation. */
  readonly how: string
}

/** Enough for JSON in JSON in JSON; real messages are not nested more deeply. */
const MAX_UNESCAPES = 3

/** The longest base64 that is decoded at all four offsets, in characters; longer base64 is decoded from its start only. */
const MAX_SHIFTED = 65_536

const BASE64 = /[\w+/-]{16,}(?:\r?\n[ \t]*[\w+/-]{4,})*/g

/**
 * Lists the forms of a text in which a credential can be hidden: the text itself, the text without escapes, the joined pieces
 * of a stream, and decoded base64.
 */
export function* possibleDecodings(text: string): Generator<Decoding> {
  yield { text, how: '' }
  const plain = decodePercent(removeEscapes(text))
  if (plain !== text) yield { text: plain, how: '' }
  for (const joined of joinPieces(text)) yield { text: joined, how: 'in pieces' }
  const decoded = [...decodeBase64(plain)].join('\n')
  if (decoded) yield { text: decoded, how: 'in base64' }
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

function removeEscapes(text: string): string {
  let plain = text
  for (let round = 0; round < MAX_UNESCAPES && plain.includes('\\'); round++) {
    plain = plain.replace(/\\(?:u([\da-f]{4})|(["\\/bfnrt]))/gi, (_, code?: string, char = '') =>
      code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[char] ?? char),
    )
  }
  return plain
}

function decodePercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
}

/** Joins the strings at the same path in several lines of JSON, such as the events of a stream: `sk-a` and `nt-…`. */
function joinPieces(text: string): string[] {
  const pieces = new Map<string, string[]>()
  for (const [, json = ''] of text.matchAll(/^(?:data:)?[ \t]*(\{.*\})[ \t]*\r?$/gm))
    collectTexts(parseJson(json), '', pieces)
  return [...pieces.values()].filter(({ length }) => length > 1).map((texts) => texts.join(''))
}

function collectTexts(value: unknown, path: string, pieces: Map<string, string[]>): void {
  if (typeof value === 'string') {
    const texts = pieces.get(path)
    if (texts) texts.push(value)
    else pieces.set(path, [value])
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) collectTexts(child, `${path}/${key}`, pieces)
  }
}

/** The start of base64 data is unknown, because the characters before it can look like a part of it. */
function* decodeBase64(text: string): Generator<string> {
  for (const [match] of text.matchAll(BASE64)) {
    const blob = match.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/')
    const shifts = blob.length > MAX_SHIFTED ? 1 : 4
    for (let shift = 0; shift < shifts; shift++) {
      const groups = blob.slice(shift)
      // A single character after the last group encodes nothing, and is the only possible error.
      yield atob(groups.length % 4 === 1 ? groups.slice(0, -1) : groups)
    }
  }
}
