import { loadYaml } from '#yaml'

/**
 * Takes interactions out of the text of a go-vcr version 2 file. Every other byte stays as it was.
 *
 * @param text the file as it is
 * @param indexes their places, counted from 0
 * @returns the new text; undefined where the file is JSON or in YAML's flow style, or all its interactions would go
 */
export function removeFromGoVcr2(text: string, indexes: readonly number[]): string | undefined {
  const { isMap, isNode, isScalar, isSeq, parseDocument } = loadYaml()
  const { contents } = parseDocument(text, { logLevel: 'error' })
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
