import { decodeUtf8 } from '../../body/decode-utf8.ts'
import { toBinaryString } from '../../bytes/binary-string.ts'
import type { HeaderPair } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { readUtf8Header } from './header-text.ts'
import type { Path } from './path.ts'
import type { SourceDocument } from './source-document.ts'

/** Reads the fields of a map in a source document. The error for a value of the wrong type has the position of that value. */
export class MapReader {
  readonly document: SourceDocument
  readonly path: Path
  readonly #map: Readonly<Record<string, unknown>>

  /** @throws CassetteParseError if the value is not a map */
  constructor(document: SourceDocument, value: unknown, path: Path) {
    if (!isJsonObject(value)) document.fail(path, `must be a map, and is ${describe(value)}`)
    this.document = document
    this.path = path
    this.#map = value
  }

  /** The raw value of a field; undefined if it is absent or null. A text is well-formed. */
  value(key: string): unknown {
    return toUnicode(this.#map[key]) ?? undefined
  }

  /**
   * The value of a field that holds text: an unquoted YAML number or boolean is text as written, `-3e-5` or `0x1F`. The
   * libraries that write YAML 1.1 (Go, Python, Ruby) do not quote all texts that are numbers in YAML 1.2, and Go reads each
   * unquoted scalar as text if a field is text.
   */
  written(key: string): unknown {
    return asWritten(this.document, [...this.path, key], this.value(key))
  }

  /** Whether a field exists, even if it is null. */
  has(key: string): boolean {
    return Object.hasOwn(this.#map, key)
  }

  /** The names of the first five fields, for messages. */
  keys(): string[] {
    return Object.keys(this.#map)
      .slice(0, 5)
      .map((key) => key.slice(0, 40))
  }

  /** The names of all fields. */
  names(): string[] {
    return Object.keys(this.#map)
  }

  /** A field that is a map; an empty map if it is absent. */
  map(key: string): MapReader {
    return new MapReader(this.document, this.value(key) ?? {}, [...this.path, key])
  }

  /** A field that is a list of maps; an empty list if it is absent. */
  maps(key: string): MapReader[] {
    const list = this.value(key) ?? []
    if (!Array.isArray(list)) this.fail(key, `must be a list, and is ${describe(list)}`)
    return list.map((item, index) => new MapReader(this.document, item, [...this.path, key, index]))
  }

  /** A field that is text, or UTF-8 bytes: old versions of Ruby wrote some texts as bytes. */
  text(key: string): string | undefined {
    const value = this.written(key)
    if (value === undefined || typeof value === 'string') return value
    if (value instanceof Uint8Array)
      return decodeUtf8(value) ?? this.fail(key, 'must be text, and is bytes that are not UTF-8')
    this.fail(key, `must be text, and is ${describe(value)}`)
  }

  /** A field that is text and must not be absent or empty. */
  requiredText(key: string): string {
    return this.text(key) || this.fail(key, 'is missing')
  }

  /** A field that is a whole number. */
  integer(key: string): number | undefined {
    const value = this.value(key)
    if (value === undefined || (typeof value === 'number' && Number.isInteger(value))) return value
    this.fail(key, `must be a whole number, and is ${describe(value)}`)
  }

  /** A field that is text or `!!binary`, as bytes; empty if it is absent. */
  bytes(key: string): Uint8Array<ArrayBuffer> {
    const value = this.written(key)
    if (value === undefined) return new Uint8Array()
    if (typeof value === 'string') return new TextEncoder().encode(value)
    if (value instanceof Uint8Array) return new Uint8Array(value)
    this.fail(key, `must be text or !!binary, and is ${describe(value)}`)
  }

  /** A field that maps header names to a value or a list of values. */
  headers(key: string): HeaderPair[] {
    const map = this.value(key) ?? {}
    if (!isJsonObject(map)) this.fail(key, `must be a map of headers, and is ${describe(map)}`)
    return Object.entries(map).flatMap(([name, values]) => this.#header(key, name, values ?? []))
  }

  #header(key: string, name: string, values: unknown): HeaderPair[] {
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) {
      this.document.fail(
        [...this.path, key, name],
        `is no header: ${JSON.stringify(name)} has characters that no header name has`,
      )
    }
    return (Array.isArray(values) ? values : [values]).map((value, index) => {
      const path = [...this.path, key, name, ...(Array.isArray(values) ? [index] : [])]
      const text = toUtf8Header(this.document, path, value).trim()
      if (/[\r\n\0]/.test(text)) this.document.fail(path, 'has a line break, which no header value has')
      return [name, text]
    })
  }

  /** Refuses a field of this map. */
  fail(key: string, problem: string): never {
    this.document.fail([...this.path, key], problem)
  }
}

/** A header value as go-vcr reads it. */
function toUtf8Header(document: SourceDocument, path: Path, value: unknown): string {
  const text = toHeaderText(document, path, value)
  return value instanceof Uint8Array ? text : readUtf8Header(text)
}

/** A header value that is text, bytes, a number, a boolean or null. */
export function toHeaderText(document: SourceDocument, path: Path, value: unknown): string {
  const written = asWritten(document, path, value)
  if (written instanceof Uint8Array) return toBinaryString(written)
  // A member of a map, such as `toString`, would break its conversion to text.
  if (typeof written === 'object' && written !== null) document.fail(path, `must be text, and is ${describe(written)}`)
  return String(written ?? '')
}

function asWritten(document: SourceDocument, path: Path, value: unknown): unknown {
  const isUnquoted = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
  return isUnquoted ? (document.plainText(path) ?? value) : toUnicode(value)
}

/** An escape can write half of a surrogate pair, which no UTF-8 carries. Go reads it as U+FFFD too. */
function toUnicode(value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Uint8Array) return '!!binary'
  if (isJsonObject(value)) return 'a map'
  return typeof value === 'string' ? `the text ${JSON.stringify(value.slice(0, 40))}` : String(value)
}
