import { loadYaml } from '#yaml'
import type { Interaction } from '../../cassette.ts'
import { parseLeniently } from '../document/parse-yaml.ts'
import { writeInteraction } from './write.ts'

/** Changes of a file. Interactions are counted from 0, as they are before the change. */
export interface ItemChanges {
  readonly removed?: readonly number[]
  readonly replaced?: ReadonlyMap<number, Interaction>
  /** Interactions for the end of the list. */
  readonly added?: readonly Interaction[]
}

/**
 * Removes, replaces and adds interactions in the text of a go-vcr version 2 file. The rest is kept byte for byte.
 *
 * @param text the current file
 * @returns the new text; undefined if the file is JSON or in YAML's flow style, or if no interaction would be left
 */
export function changeItems(
  text: string,
  { removed = [], replaced = new Map(), added = [] }: ItemChanges,
): string | undefined {
  const items = locateItems(text)
  const [first] = items ?? []
  const gone = new Set(removed)
  if (!items || !first || gone.size >= items.length + added.length) return undefined
  const write = (interaction: Interaction, id: number): string =>
    writeInteraction(interaction, id).replace(/^(?=.)/gm, first.indent)
  const kept = items.map(({ start, contentEnd, end, id }, index) => {
    const replacement = replaced.get(index)
    if (replacement) return write(replacement, id) + text.slice(contentEnd, end)
    return gone.has(index) ? '' : text.slice(start, end)
  })
  const nextId = Math.max(...items.map(({ id }) => id)) + 1
  const before = text.slice(0, first.start) + kept.join('')
  const additions = added.map((interaction, index) => write(interaction, nextId + index)).join('')
  const lineBreak = additions === '' || before.endsWith('\n') ? '' : '\n'
  return before + lineBreak + additions + text.slice(items.at(-1)?.end)
}

/** An item of the list in a text. */
interface Item {
  /** The spaces before its dash. */
  readonly indent: string
  /** Where the line of its dash begins. */
  readonly start: number
  /** The end of the line of its last value. Comments can follow. */
  readonly contentEnd: number
  /** Where the next item begins, or the list ends. */
  readonly end: number
  readonly id: number
}

function locateItems(text: string): Item[] | undefined {
  const { isMap, isNode, isScalar, isSeq } = loadYaml()
  const { contents } = parseLeniently(text).document
  if (!isMap(contents) || contents.flow) return undefined
  const list = contents.items.find(({ key }) => isScalar(key) && key.value === 'interactions')?.value
  if (!isSeq(list) || list.flow || !list.range) return undefined
  const [, , listEnd] = list.range
  const nodes = list.items.flatMap((node) =>
    isMap(node) && isNode(node) && node.range ? [{ node, range: node.range }] : [],
  )
  const starts = nodes.map(({ range }) => text.lastIndexOf('\n', range[0]) + 1)
  // A dash on a line of its own would be separated from its item.
  if (nodes.length < list.items.length || starts.some((start) => !/^ *- /.test(text.slice(start, start + 200))))
    return undefined
  return nodes.map(({ node, range }, index) => {
    const start = starts[index] ?? 0
    const id = node.get('id')
    return {
      indent: /^ */.exec(text.slice(start))?.[0] ?? '',
      start,
      contentEnd: endOfLine(text, range[1]),
      end: starts[index + 1] ?? listEnd,
      id: typeof id === 'number' ? id : index,
    }
  })
}

/** The end of the line before or at an offset, with its line break. */
function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset
  const lineBreak = text.indexOf('\n', offset)
  return lineBreak === -1 ? text.length : lineBreak + 1
}
