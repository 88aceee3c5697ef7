import { loadYaml } from '#yaml'
import type { Interaction } from '../../cassette.ts'
import { parseLeniently } from '../document/parse-yaml.ts'
import { writeGoVcr2, writeInteraction } from './write.ts'

/**
 * Adds interactions to the text of a go-vcr version 2 file. The existing text is kept byte for byte, except that an empty
 * list `[]` is replaced.
 *
 * @param text the current file; undefined if there is no file
 * @param added the interactions, in file order
 * @returns the new text; undefined if the text is JSON or in YAML's flow style, to which nothing can be added
 */
export function appendGoVcr2(text: string | undefined, added: readonly Interaction[]): string | undefined {
  if (text === undefined) return writeGoVcr2(added)
  if (added.length === 0) return text
  const place = findEndOfList(text)
  if (!place) return undefined
  const items = added.map((interaction, index) => writeInteraction(interaction, place.count + index)).join('')
  const before = text.slice(0, place.keep)
  const lineBreak = before.endsWith('\n') ? '' : '\n'
  return before + lineBreak + items.replace(/^(?=.)/gm, place.indent) + text.slice(place.end)
}

interface ListEnd {
  /** How many items there are. */
  readonly count: number
  /** The spaces before each item's dash. */
  readonly indent: string
  /** The text up to `keep` precedes the added items, and the text from `end` follows them. */
  readonly keep: number
  readonly end: number
}

function findEndOfList(text: string): ListEnd | undefined {
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
