import { parseCassette } from 'msw-cassette'
import { decompress, decompressBody } from './decompress.ts'

/** How often decoded text is decoded again: base64 of gzip of escaped JSON is three. */
const DEPTH = 3
const MOST_TEXTS = 3000

/**
 * Searches a file for parts of a secret, in any spelling that can be decoded: escapes of URLs, JSON and XML, base64, hexadecimal
 * digits, UTF-16, compressed bytes, and pieces in the events of a stream.
 *
 * @returns the spelling in which it was found, or undefined
 */
export function findSecret(file: Buffer, cores: readonly string[]): string | undefined {
  const fragments = [...new Set(cores.flatMap((core) => [core, unescapeUrl(core)]).flatMap(toFragments))]
  const seen = new Set<string>()
  const queue = textsOf(file).map((text) => ({ text, path: 'plain', depth: 0 }))
  for (const { text, path, depth } of queue) {
    if (seen.has(text)) continue
    seen.add(text)
    if (fragments.some((fragment) => text.includes(fragment))) return path
    if (depth === DEPTH || seen.size > MOST_TEXTS) continue
    for (const [decoder, decode] of Object.entries(decoders))
      for (const decoded of decode(text)) queue.push({ text: decoded, path: `${path}, ${decoder}`, depth: depth + 1 })
  }
  return undefined
}

/** Half of a secret is as bad as all of it. The fragments overlap, so that each rest of three quarters contains one. */
function toFragments(core: string): string[] {
  const length = Math.max(8, Math.ceil(core.length / 2))
  const step = Math.max(1, Math.floor(length / 4))
  const fragments = [core.slice(0, length), core.slice(-length)]
  for (let start = step; start + length < core.length; start += step) fragments.push(core.slice(start, start + length))
  return fragments
}

/** The file itself, and the fields that a reader of the cassette gets. */
function textsOf(file: Buffer): string[] {
  const fields = parseCassette(file).interactions.flatMap(({ request, response }) => [
    request.url,
    response.statusText,
    ...[...request.headers, ...response.headers].flat(),
    ...bytesToTexts(Buffer.from(request.body), decompressBody),
    ...bytesToTexts(Buffer.from(response.body), decompressBody),
  ])
  return [file.toString('utf8'), ...fields]
}

function bytesToTexts(bytes: Buffer, inflate = decompress): string[] {
  const inflated = inflate(bytes)
  return [bytes, ...(inflated ? [inflated] : [])].flatMap((each) => {
    const text = each.toString('latin1')
    const utf16 = text.includes('\0') ? [each.toString('utf16le'), text.replaceAll('\0', '')] : []
    return [text, each.toString('utf8'), ...utf16]
  })
}

const decoders: Readonly<Record<string, (text: string) => string[]>> = {
  'escaped for URLs': (text) => (text.includes('%') ? [unescapeUrl(text)] : []),
  'escaped for JSON': (text) => (text.includes('\\') ? [unescapeJson(text)] : []),
  'escaped for XML': (text) => (text.includes('&') ? [unescapeXml(text)] : []),
  'in pieces': joinPieces,
  base64: (text) => [text, text.replace(/(?:\s|\\[rn])+/g, '')].flatMap(decodeBase64),
  'hexadecimal digits': (text) =>
    (text.match(/(?:[\da-f]{2}){8,}/gi) ?? []).flatMap((run) => bytesToTexts(Buffer.from(run, 'hex'))),
}

function unescapeUrl(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) =>
    Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'),
  )
}

function unescapeJson(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|(.))/gi, (_, code: string | undefined, character = '') =>
    code === undefined
      ? ({ n: '\n', r: '\r', t: '\t' }[character as string] ?? character)
      : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function unescapeXml(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** Decodes at every alignment: a run can begin with characters that do not belong to it, such as a slash. */
function decodeBase64(text: string): string[] {
  return (text.match(/[\w+/-]{16,}/g) ?? []).flatMap((run) =>
    [0, 1, 2, 3].flatMap((skip) => bytesToTexts(Buffer.from(run.slice(skip), 'base64'))),
  )
}

/** Joins the texts that have the same path in consecutive events or lines. */
function joinPieces(text: string): string[] {
  if (!text.includes('{')) return []
  const joined = new Map<string, string>()
  for (const line of text.split('\n')) {
    const start = line.indexOf('{')
    if (start !== -1) collect(parse(line.slice(start)), '', joined)
  }
  return [...joined.values()]
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function collect(value: unknown, path: string, joined: Map<string, string>): void {
  if (typeof value === 'string') joined.set(path, (joined.get(path) ?? '') + value)
  else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value)) collect(member, `${path}/${key}`, joined)
}
