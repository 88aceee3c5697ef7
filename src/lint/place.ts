import { locateOffset } from '../format/document/locate-offset.ts'
import { jsonOffset } from '../json/json-offset.ts'
import type { LintedCassette } from './linted-cassette.ts'

/** A part of an interaction. */
export type Part =
  | 'request.url'
  | 'request.headers'
  | 'request.body'
  | 'response.headers'
  | 'response.body'
  | 'response.status'
  | 'response.websocket'

/** A place in a cassette. */
export type Place =
  /** The beginning of the file. */
  | { readonly kind: 'file' }
  | { readonly kind: 'position'; readonly line: number; readonly column: number }
  | PlaceInInteraction

interface PlaceInInteraction {
  readonly kind: 'interaction'
  /** From 0. */
  readonly index: number
  /** Default: the whole interaction. */
  readonly part?: Part
  /** A text in that part, such as the name of a header: its first occurrence is the position. */
  readonly text?: string
  /** The index of a frame, if the part is `response.websocket`. */
  readonly frame?: number
}

/** A position, with both numbers counted from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Finds the position of a place: as exactly as the format allows, at least the interaction. */
export function locatePlace(place: Place, cassette: LintedCassette): Position {
  if (place.kind === 'position') return { line: place.line, column: place.column }
  if (place.kind === 'file') return START
  const { interactions, lines } = cassette
  const line = interactions[place.index]?.line
  if (line === undefined) return locateInJson(place, cassette)
  const next = interactions[place.index + 1]?.line ?? lines.length + 1
  const block: Block = { start: line - 1, end: next - 1, indent: contentIndent(lines[line - 1] ?? '') }
  const part = place.part === undefined ? undefined : findPart(lines, block, place.part)
  const found =
    part && place.frame !== undefined
      ? findFrame(lines, part, place.frame)
      : place.text === undefined
        ? undefined
        : findText(lines, part ?? block, place.text)
  if (found) return found
  if (!part) return { line, column: block.indent + 1 }
  return { line: part.start + 1, column: valueColumn(lines[part.start] ?? '') }
}

/** The lines of a YAML file without those of bodies and frames, which become empty: the rest of the file is in no interaction. */
export function linesWithoutBodies({ interactions, lines }: LintedCassette): string[] {
  const rest = [...lines]
  for (const [index, { line }] of interactions.entries()) {
    if (line === undefined) continue
    const end = (interactions[index + 1]?.line ?? lines.length + 1) - 1
    const block: Block = { start: line - 1, end, indent: contentIndent(lines[line - 1] ?? '') }
    for (const part of ['request.body', 'response.body', 'response.websocket'] as const) {
      const body = findValue(lines, block, part)
      if (body) rest.fill('', body.start, body.end)
    }
  }
  return rest
}

const START: Position = { line: 1, column: 1 }

/** Lines of a YAML file. */
interface Block {
  /** The index of the first line. */
  readonly start: number
  /** The index after the last line. */
  readonly end: number
  /** The column of the keys, from 0. */
  readonly indent: number
}

/** The names of parts in the formats with a line for each key. */
const KEYS: Readonly<Record<Part, readonly [side: string, keys: readonly string[]]>> = {
  'request.url': ['request', ['url', 'uri']],
  'request.headers': ['request', ['headers']],
  'request.body': ['request', ['body']],
  'response.headers': ['response', ['headers']],
  'response.body': ['response', ['body']],
  'response.status': ['response', ['status', 'code']],
  'response.websocket': ['response', ['websocket']],
}

/** The nearest lines that exist: those of the part, or of its message. */
function findPart(lines: readonly string[], interaction: Block, part: Part): Block | undefined {
  return findValue(lines, interaction, part) ?? findMessage(lines, interaction, part)
}

function findValue(lines: readonly string[], interaction: Block, part: Part): Block | undefined {
  const message = findMessage(lines, interaction, part)
  if (!message) return undefined
  const first = lines.findIndex((line, index) => index > message.start && line.trim() !== '')
  const [, keys] = KEYS[part]
  return findKey(lines, { ...message, start: first, indent: indentOf(lines[first] ?? '') }, keys)
}

function findMessage(lines: readonly string[], interaction: Block, part: Part): Block | undefined {
  const [side] = KEYS[part]
  return findKey(lines, interaction, [side])
}

/** Continuation lines of a value are indented deeper than its key, so a line at the column of the keys is a key. */
function findKey(lines: readonly string[], { start, end, indent }: Block, keys: readonly string[]): Block | undefined {
  for (let index = start; index < end; index++) {
    const line = withoutDash(lines[index] ?? '')
    if (indentOf(line) !== indent || !keys.some((key) => isKey(line, indent, key))) continue
    let next = index + 1
    while (next < end && (isBlank(lines[next]) || isDeeper(lines[next] ?? '', indent))) next++
    return { start: index, end: next, indent }
  }
  return undefined
}

function isKey(line: string, at: number, key: string): boolean {
  return [`${key}:`, `"${key}":`, `'${key}':`].some((spelled) => line.startsWith(spelled, at))
}

/** The items of a list can have the column of its key. */
function isDeeper(line: string, indent: number): boolean {
  return indentOf(line) > indent || (indentOf(line) === indent && line.startsWith('- ', indent))
}

function findText(lines: readonly string[], { start, end }: Block, text: string): Position | undefined {
  for (let index = start; index < end; index++) {
    const at = lines[index]?.indexOf(text) ?? -1
    if (at !== -1) return { line: index + 1, column: at + 1 }
  }
  return undefined
}

/** Finds an item of the list of frames, of which every item has the column of the first one. */
function findFrame(lines: readonly string[], { start, end }: Block, frame: number): Position | undefined {
  const isItem = (line: string): boolean => /^ *- /.test(line)
  const first = lines.findIndex((line, index) => index > start && index < end && isItem(line))
  if (first === -1) return undefined
  const indent = indentOf(lines[first] ?? '')
  let left = frame
  for (let index = first; index < end; index++) {
    const line = lines[index] ?? ''
    if (isItem(line) && indentOf(line) === indent && left-- === 0) return { line: index + 1, column: indent + 3 }
  }
  return undefined
}

function isBlank(line = ''): boolean {
  return line.trim() === ''
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** The dash of a list's item is a part of the indentation of its first key. */
function withoutDash(line: string): string {
  return line.replace(/^( *)- /, '$1  ')
}

function contentIndent(line: string): number {
  return indentOf(withoutDash(line))
}

/** The column of the value of a line's key, from 1; of the key, if the value is on the following lines. */
function valueColumn(line: string): number {
  const [before = ''] = /^ *[^\s:]{1,100}: +(?=[^\s|>])/.exec(withoutDash(line)) ?? []
  return (before === '' ? contentIndent(line) : before.length) + 1
}

/** The path of the list of interactions in formats that list one item for each interaction. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'go-vcr-1': ['interactions'],
  'go-vcr-2': ['interactions'],
  har: ['log', 'entries'],
  nock: [],
  'ruby-vcr': ['http_interactions'],
  vcrpy: ['interactions'],
}

function locateInJson({ index, part, frame }: PlaceInInteraction, { format, text }: LintedCassette): Position {
  const list = LISTS[format]
  if (!list || !/^\s*[{[]/.test(text)) return START
  const [side, keys] = part ? KEYS[part] : ['', []]
  const paths = part ? keys.map((key) => [...list, index, side, key]) : [[...list, index]]
  const frames = part === 'response.websocket' ? FRAMES.map((keys) => [...list, index, ...keys, frame ?? 0]) : []
  // A path that is absent leads to its nearest parent, which begins earlier.
  return locateOffset(text, Math.max(...[...paths, ...frames].map((path) => jsonOffset(text, path))))
}

/** The paths of the list of frames in the formats that have it. */
const FRAMES = [['response', 'websocket', 'frames'], ['_webSocketMessages']] as const
