import { loadYaml } from '#yaml'
import { isGzip } from '../../body/inflate.ts'
import { decodeFile } from '../../bytes/decode-file.ts'
import type { Interaction } from '../../cassette.ts'
import { parseLeniently } from '../document/parse-yaml.ts'
import { readGoVcr2Fast } from './fast/read-fast.ts'
import { writeGoVcr2, writeInteraction } from './write.ts'

/** The end of the list of interactions in a file. */
export interface ListEnd {
  /** How many interactions there are. */
  readonly count: number
  /** The spaces before each item's dash. */
  readonly indent: string
  /** In bytes. The bytes before `keep` precede the added interactions, and those from `end` follow them. */
  readonly keep: number
  readonly end: number
  /** Whether the bytes before `keep` end with a line break. */
  readonly lineBreak: 'present' | 'absent'
}

/**
 * Finds the place for new interactions in a go-vcr version 2 file. Existing bytes stay as they are, except that an empty list `[]`
 * is replaced.
 *
 * @param bytes a valid file
 * @returns undefined if the file is compressed, JSON, or in YAML's flow style: nothing can be added to it
 */
export function findListEnd(bytes: Uint8Array<ArrayBuffer>): ListEnd | undefined {
  if (isGzip(bytes)) return undefined
  const text = decodeFile(bytes)
  const place = findInOwnStyle(bytes, text) ?? findWithParser(text)
  if (!place) return undefined
  const before = text.slice(0, place.keep)
  return {
    ...place,
    keep: lengthInBytes(before),
    end: bytes.length - lengthInBytes(text.slice(place.end)),
    lineBreak: before.endsWith('\n') ? 'present' : 'absent',
  }
}

/**
 * Writes interactions for a place in a file.
 *
 * @param added the interactions, in file order
 * @param place undefined if there is no file
 * @returns the text for the place, and the place for the next interactions
 */
export function writeAdditions(added: readonly Interaction[], place: ListEnd | undefined): AddedText {
  if (!place) {
    const text = writeGoVcr2(added)
    const end = lengthInBytes(text)
    return { text, next: { count: added.length, indent: '', keep: end, end, lineBreak: 'present' } }
  }
  const items = added.map((interaction, index) => writeInteraction(interaction, place.count + index)).join('')
  const text = (place.lineBreak === 'present' ? '' : '\n') + items.replace(/^(?=.)/gm, place.indent)
  const end = place.keep + lengthInBytes(text)
  return { text, next: { ...place, count: place.count + added.length, keep: end, end, lineBreak: 'present' } }
}

/** A text that adds interactions. */
interface AddedText {
  readonly text: string
  readonly next: ListEnd
}

type TextPlace = Pick<ListEnd, 'count' | 'indent' | 'keep' | 'end'>

/** In the style of its writers, the list ends with the file. */
function findInOwnStyle(bytes: Uint8Array<ArrayBuffer>, text: string): TextPlace | undefined {
  const count = readGoVcr2Fast(bytes, '')?.interactions.length
  if (count === undefined) return undefined
  if (count === 0) return { count, indent: '', keep: text.lastIndexOf('['), end: text.length }
  const indent = /^interactions:\n( *)/m.exec(text)?.[1] ?? ''
  return { count, indent, keep: text.length, end: text.length }
}

function findWithParser(text: string): TextPlace | undefined {
  const { isMap, isScalar, isSeq } = loadYaml()
  const { contents } = parseLeniently(text).document
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'interactions')
    : undefined
  const list = pair?.value
  if (!isSeq(list) || !list.range || !isMap(contents) || contents.flow) return undefined
  const [start, valueEnd, nodeEnd] = list.range
  if (list.items.length === 0)
    return list.flow ? { count: 0, indent: '', keep: start, end: skipLineBreak(text, valueEnd) } : undefined
  if (list.flow) return undefined
  const indent = text.slice(text.lastIndexOf('\n', start) + 1, start)
  return /^ *$/.test(indent) ? { count: list.items.length, indent, keep: nodeEnd, end: nodeEnd } : undefined
}

function skipLineBreak(text: string, end: number): number {
  return text[end] === '\n' ? end + 1 : end
}

function lengthInBytes(text: string): number {
  return new TextEncoder().encode(text).length
}
