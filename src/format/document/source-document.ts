import type { Document } from 'yaml'
import { loadYaml } from '#yaml'
import { CassetteParseError } from '../../errors/errors.ts'
import { jsonOffset } from '../../json/json-offset.ts'
import { parseJson } from '../../json/parse-json.ts'
import { findNode } from './find-node.ts'
import { findJsonLimitViolation, findYamlLimitViolation } from './limits.ts'
import { type ParsedYaml, parseYaml } from './parse-yaml.ts'
import type { Path } from './path.ts'
import { refuseAt } from './refuse-at.ts'
import { stringifyKeys } from './stringify-keys.ts'
import { toValue } from './to-value.ts'

/** A parsed YAML or JSON file: its plain value, and the position of each part. */
export interface SourceDocument {
  /** The file's name, as the caller spelled it. */
  readonly file: string
  /** Plain objects, arrays, strings, numbers, bigints, booleans, null, and bytes for `!!binary`. */
  readonly value: unknown
  /** Whether the text ends with a line break. Every writer writes one, so without it the file may have been cut. */
  readonly ending: 'line-break' | 'open'
  /** The line on which the value at a path begins, counted from 1. Undefined in JSON, where finding it means scanning the text. */
  lineOf(path: Path): number | undefined
  /** The text of an unquoted YAML scalar, as written: `1.50` for the number 1.5. Undefined for anything else. */
  plainText(path: Path): string | undefined
  /**
   * Refuses the document because of the value at a path.
   *
   * @param path the wrong value; if it is absent, the message shows its nearest parent
   * @param problem describes what is wrong and what would be right
   * @throws CassetteParseError always
   */
  fail(path: Path, problem: string): never
}

/** In characters. The longest line of 16,936 real cassettes has 4.2 million. */
const MAX_LINE_LENGTH = 32 * 1024 * 1024

/** In characters. A longer text that begins as JSON must be JSON: the YAML parser takes seconds to refuse broken JSON. */
const MAX_FLOW_LENGTH = 16 * 1024

/**
 * Parses the text of a cassette file. A document with a YAML error is refused as a whole.
 *
 * @param file its name, for messages
 * @throws CassetteParseError with the position of the error
 */
export function parseSource(text: string, file: string): SourceDocument {
  refuseShapeless(text, file)
  const flow = /^\s*[{[]/.test(text)
  if (flow) {
    const excess = findJsonLimitViolation(text)
    if (excess) refuseAt(text, file, 0, excess)
    const json = parseJson(text)
    if (json !== undefined) return createDocument(text, file, json, undefined)
    if (text.length > MAX_FLOW_LENGTH)
      refuseAt(text, file, 1, 'this begins as JSON, but is not valid JSON or is nested too deeply')
  }
  const excess = findYamlLimitViolation(text)
  if (excess) refuseAt(text, file, 0, excess)
  const yaml = parseYaml(text, file)
  if (/!binary|!!python\/(?:bytes|object)/.test(text)) stringifyKeys(yaml.document)
  refuseCutScalar(text, file, yaml.document)
  return createDocument(text, file, toValue(text, file, yaml.document), yaml)
}

function refuseShapeless(text: string, file: string): void {
  if (!/[^\s]/.test(text)) {
    throw new CassetteParseError(
      { file, line: 1, column: 1 },
      `Failed to read the cassette ${file}: the file is empty. A cassette without interactions has "version: 2" and "interactions: []".`,
    )
  }
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const length = (end === -1 ? text.length : end) - start
    if (length > MAX_LINE_LENGTH) {
      refuseAt(
        text,
        file,
        start,
        `this line has ${length} characters, and no cassette has a line over ${MAX_LINE_LENGTH}`,
      )
    }
    if (end === -1) break
    start = end + 1
  }
  // Every YAML cassette has a top-level map or list. Without one, the YAML parser would fail too, but later.
  if (!/^(?:[-{[ ]|[\w"'.?!][^\n]*:)/m.test(text.slice(0, 64 * 1024))) {
    refuseAt(text, file, 0, 'this is neither a YAML map nor JSON')
  }
}

/** A file that was cut inside a block scalar is still valid YAML. Only the missing last line break reveals the cut. */
function refuseCutScalar(text: string, file: string, document: Document.Parsed): void {
  if (text.endsWith('\n')) return
  const { isNode } = loadYaml()
  let last: unknown = document.contents
  while (isNode(last) && 'items' in last) {
    const item: unknown = last.items.at(-1)
    last = item !== null && typeof item === 'object' && 'value' in item && !isNode(item) ? item.value : item
  }
  if (isNode(last) && 'type' in last && String(last.type).startsWith('BLOCK_')) {
    refuseAt(
      text,
      file,
      text.length,
      'the file ends inside a block of text, without a line break: it was cut. Restore it, or add the line break if it is whole',
    )
  }
}

function createDocument(text: string, file: string, value: unknown, yaml: ParsedYaml | undefined): SourceDocument {
  return {
    file,
    value,
    ending: text.endsWith('\n') || !yaml ? 'line-break' : 'open',
    lineOf: (path) => yaml?.lines.linePos(offsetOf(yaml.document, path)).line,
    plainText: (path) => yaml && plainText(yaml.document, path),
    fail: (path, problem) => {
      const offset = yaml ? offsetOf(yaml.document, path) : jsonOffset(text, path)
      refuseAt(text, file, offset, `${describePath(path)}${problem}`)
    },
  }
}

function plainText(document: Document.Parsed, path: Path): string | undefined {
  const node = findNode(document, path)
  return loadYaml().isScalar(node) && node.type === 'PLAIN' ? node.source : undefined
}

/** The offset of the value at a path, or of its nearest existing parent. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = findNode(document, path.slice(0, length))
    if (node?.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

function describePath(path: Path): string {
  if (path.length === 0) return ''
  return `${path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')} `
}
