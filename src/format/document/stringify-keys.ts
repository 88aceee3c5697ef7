import type { Document, Scalar } from 'yaml'
import { loadYaml } from '#yaml'
import { toBinaryString } from '../../bytes/binary-string.ts'

/**
 * Converts keys that are not text to text. Old versions of Ruby and Python wrote header names as bytes. aiohttp's
 * case-insensitive names are Python objects with one argument (`!!python/object/apply:multidict._multidict.istr [Connection]`).
 *
 * @param document changed in place
 */
export function stringifyKeys(document: Document): void {
  const yaml = loadYaml()
  yaml.visit(document, {
    Pair(_index, pair) {
      const name = toName(pair.key)
      if (name === undefined) return
      const key = new yaml.Scalar(name)
      const { range, anchor } = pair.key as Scalar
      if (range) key.range = range
      if (anchor) key.anchor = anchor
      pair.key = key
    },
  })
}

/** @returns undefined if the key needs no conversion, or if it can't be converted */
function toName(key: unknown): string | undefined {
  const { isMap, isScalar, isSeq } = loadYaml()
  if (isScalar(key)) return key.value instanceof Uint8Array ? toBinaryString(key.value) : undefined
  if (isMap(key)) return toName(key.get('args', true))
  const argument: unknown = isSeq(key) && key.items.length === 1 ? key.items[0] : undefined
  return isScalar(argument) ? (toName(argument) ?? String(argument.value)) : undefined
}
