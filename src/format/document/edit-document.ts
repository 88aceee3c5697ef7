import type { Document, Node } from 'yaml'
import { loadYaml } from '#yaml'
import { decodeUtf8 } from '../../body/decode-utf8.ts'
import { replaceJson } from '../../json/json-offset.ts'
import { writeBinary, writeBytes, writeQuoted, writeText } from '../yaml-writer/yaml-text.ts'
import { findNode } from './find-node.ts'
import { parseLeniently } from './parse-yaml.ts'
import type { Path } from './path.ts'

/** A change of one value in a document. */
export interface DocumentEdit {
  /** Leads to a value that exists. */
  readonly path: Path
  /** The new value; undefined to remove the key. */
  readonly value: string | number | Uint8Array | undefined
  /** `bytes`: bytes keep the tag `!!binary` even if they are UTF-8. Otherwise, such bytes are written as text. */
  readonly type?: 'bytes'
}

/**
 * Changes values in the text of a document. Everything else keeps its spelling: comments, order, layout, unknown keys.
 *
 * @param text valid YAML or JSON
 * @returns undefined if the document has a style in which a value can't be changed by itself, such as a key in YAML's flow style
 */
export function editDocument(text: string, edits: readonly DocumentEdit[]): string | undefined {
  if (edits.length === 0) return text
  return /^\s*[{[]/.test(text) ? editJson(text, edits) : editYaml(text, edits)
}

/** In JSON, a removed value becomes null, which readers treat as absent. */
function editJson(text: string, edits: readonly DocumentEdit[]): string | undefined {
  let edited = text
  for (const { path, value } of edits) {
    const plain = value instanceof Uint8Array ? decodeUtf8(value) : (value ?? null)
    if (plain === undefined) return undefined
    edited = replaceJson(edited, path, JSON.stringify(plain))
  }
  return edited
}

interface TextChange {
  readonly start: number
  readonly end: number
  readonly text: string
}

function editYaml(text: string, edits: readonly DocumentEdit[]): string | undefined {
  const { document } = parseLeniently(text)
  if (document.errors.length > 0) return undefined
  const changes: TextChange[] = []
  for (const edit of edits) {
    const change = edit.value === undefined ? removeKey(text, document, edit.path) : setValue(text, document, edit)
    if (!change) return undefined
    changes.push(change)
  }
  return changes
    .sort((a, b) => b.start - a.start)
    .reduce((edited, { start, end, text: added }) => edited.slice(0, start) + added + edited.slice(end), text)
}

function setValue(text: string, document: Document.Parsed, edit: DocumentEdit): TextChange | undefined {
  const node = findNode(document, edit.path)
  const place = node && placeOf(text, document, edit.path, node)
  if (!place || !loadYaml().isScalar(node)) return undefined
  const written = writeValue(edit, place)
  // A block ends after its last line break, and any other value before it.
  const end = text.slice(place.start, place.end).endsWith('\n') ? '\n' : ''
  return { start: place.start, end: place.end, text: written + end }
}

function writeValue({ value = '', type }: DocumentEdit, { indent, style }: ValuePlace): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return style === 'flow' ? writeQuoted(value) : writeText(value, indent)
  const text = type === 'bytes' ? undefined : decodeUtf8(value)
  if (style === 'block') return writeBytes(value, text, indent)
  return text === undefined ? writeBinary(value) : writeQuoted(text)
}

interface ValuePlace {
  readonly start: number
  readonly end: number
  /** The spaces before the key, or before the dash of the item. */
  readonly indent: string
  readonly style: 'block' | 'flow'
}

/** The range of a value with its tag. */
function placeOf(text: string, document: Document.Parsed, path: Path, node: Node): ValuePlace | undefined {
  const { isMap, isNode, isSeq } = loadYaml()
  if (!node.range) return undefined
  const [at, end] = node.range
  const [tag = ''] = /![^\s!]*(?:![^\s!]*)?[ ]+$/.exec(text.slice(Math.max(0, at - MAX_TAG), at)) ?? []
  const start = at - tag.length
  const parent = findNode(document, path.slice(0, -1))
  const style = (isMap(parent) || isSeq(parent)) && parent.flow ? 'flow' : 'block'
  const key = isMap(parent) ? parent.items.find(({ key }) => String(key) === String(path.at(-1)))?.key : undefined
  const anchor = isNode(key) && key.range ? key.range[0] : text.lastIndexOf('-', start)
  const lineStart = text.lastIndexOf('\n', anchor) + 1
  return { start, end, indent: ' '.repeat(anchor - lineStart), style }
}

const MAX_TAG = 100

/** Removes whole lines. A map that would be empty becomes `{}`. */
function removeKey(text: string, document: Document.Parsed, path: Path): TextChange | undefined {
  const { isMap, isNode } = loadYaml()
  const parent = findNode(document, path.slice(0, -1))
  if (!isMap(parent) || parent.flow || !parent.range) return undefined
  const pair = parent.items.find(({ key }) => String(key) === String(path.at(-1)))
  if (!pair || !isNode(pair.key) || !pair.key.range) return undefined
  const value = isNode(pair.value) && pair.value.range ? pair.value.range : pair.key.range
  const start = text.lastIndexOf('\n', pair.key.range[0]) + 1
  if (text.slice(start, pair.key.range[0]).trim() !== '') return undefined
  const end = endOfLine(text, value[1])
  if (parent.items.length > 1) return { start, end, text: '' }
  // The value of the parent's key begins after a line break.
  return { start: start - 1, end, text: ' {}\n' }
}

function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}
