import { loadYaml } from '#yaml'
import { parseLeniently } from '../document/parse-yaml.ts'

/**
 * Removes interactions from the text of a go-vcr version 2 file. The rest is kept byte for byte.
 *
 * @param text the current file
 * @param indexes the interactions to remove, counted from 0
 * @returns the new text; undefined if the file is JSON or in YAML's flow style, or if no interaction would be left
 */
export function removeFromGoVcr2(text: string, indexes: readonly number[]): string | undefined {
  const { isMap, isNode, isScalar, isSeq } = loadYaml()
  const { contents } = parseLeniently(text).document
  if (!isMap(contents) || contents.flow) return undefined
  const list = contents.items.find(({ key }) => isScalar(key) && key.value === 'interactions')?.value
  if (!isSeq(list) || list.flow || !list.range || indexes.length >= list.items.length) return undefined
  const starts = list.items.map((item) => (isNode(item) && item.range ? text.lastIndexOf('\n', item.range[0]) + 1 : -1))
  if (starts.includes(-1)) return undefined
  const ends = [...starts.slice(1), list.range[2]]
  return indexes
    .toSorted((a, b) => b - a)
    .reduce((rest, index) => rest.slice(0, starts[index]) + rest.slice(ends[index]), text)
}
