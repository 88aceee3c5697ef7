import type { ScalarTag, Tags } from 'yaml'
import { fromBase64 } from '../../bytes/base64.ts'

/**
 * The tags that occur in cassettes besides YAML's own, integers that keep all their digits, and no numbers that the writers of
 * cassettes leave unquoted as the texts that they are to them.
 *
 * @param tags those of the schema
 */
export function cassetteTags(tags: Tags): Tags {
  return [
    ...tags.map(narrow),
    binary('tag:yaml.org,2002:binary'),
    // Psych's local tag for bytes, which other readers take for text.
    binary('!binary'),
    pythonText,
  ]
}

/** Readers of YAML 1.1, such as Python's, know fewer numbers: no `0o17`, no `0899`, and none with an exponent but no dot. */
function narrow(tag: Tags[number]): Tags[number] {
  if (typeof tag !== 'object' || 'collection' in tag) return tag
  switch (`${tag.tag} ${tag.format ?? ''}`) {
    case 'tag:yaml.org,2002:int ':
      return { ...tag, test: /^[-+]?(?:0|[1-9]\d*)$/, resolve: toInteger }
    case 'tag:yaml.org,2002:int OCT':
      return { ...tag, test: /^(?!)/ }
    case 'tag:yaml.org,2002:float EXP':
      // JavaScript's `1e-7` has no dot either, but always a sign.
      return { ...tag, test: /^[-+]?(?:\.\d+[eE][-+]?|\d+\.\d*[eE][-+]?|\d+[eE][-+])\d+$/ }
    default:
      return tag
  }
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
      const isWhole = base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64)
      const bytes = isWhole ? fromBase64(base64) : undefined
      if (bytes) return bytes
      onError(`${tag.startsWith('!') ? tag : '!!binary'} must be base64`)
      return text
    },
  }
}

const pythonText: ScalarTag = { tag: 'tag:yaml.org,2002:python/unicode', resolve: (text) => text }
