import type { CollectionTag, ScalarTag, Tags } from 'yaml'
import { fromBinaryString } from '../json/binary-string.ts'

/**
 * The tags that occur in cassettes besides YAML's own, and integers that keep all their digits.
 *
 * @param tags those of the schema
 */
export function cassetteTags(tags: Tags): Tags {
  return [
    ...tags.map((tag) => (isInteger(tag) ? { ...tag, resolve: toInteger } : tag)),
    binary('tag:yaml.org,2002:binary'),
    // Psych's local tag for bytes, which other readers take for text.
    binary('!binary'),
    pythonText,
    ...headerNames,
  ]
}

function isInteger(tag: Tags[number]): tag is ScalarTag {
  return typeof tag === 'object' && tag.tag === 'tag:yaml.org,2002:int' && tag.format === undefined
}

/** A seed of 19 digits must not be confused with its neighbours. */
function toInteger(text: string): number | bigint {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text.replace(/^\+/, ''))
}

/** Bytes as base64. The YAML package decodes what it can of text that is none, and so of one that was cut. */
function binary(tag: string): ScalarTag {
  return {
    tag,
    resolve(text, onError) {
      const base64 = text.replace(/\s/g, '')
      if (base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return fromBinaryString(atob(base64))
      onError(`${tag.startsWith('!') ? tag : '!!binary'} must be base64`)
      return text
    },
  }
}

const pythonText: ScalarTag = { tag: 'tag:yaml.org,2002:python/unicode', resolve: (text) => text }

/** aiohttp's header names: `!!python/object/apply:multidict._multidict.istr [Connection]`. */
const headerNames = ['istr', '_multidict.istr', '_multidict_py.istr'].map(
  (name): CollectionTag => ({
    tag: `tag:yaml.org,2002:python/object/apply:multidict.${name}`,
    collection: 'seq',
    resolve: (list) => ('items' in list ? (list.items[0] as never) : list),
  }),
)
