import type { ScalarTag, Tags } from 'yaml'
import { fromBase64 } from '../../bytes/base64.ts'

/**
 * Adapts the YAML tags to cassettes: adds the tags that their writers use, keeps all digits of integers, and reads unquoted
 * text as text if the writer's YAML version does not take it for a number.
 *
 * @param tags the tags of the schema
 */
export function cassetteTags(tags: Tags): Tags {
  return [
    ...tags.map(narrow),
    binary('tag:yaml.org,2002:binary'),
    binary('tag:yaml.org,2002:python/bytes'),
    // Psych (Ruby) writes bytes with a local tag.
    binary('!binary'),
    pythonText('tag:yaml.org,2002:python/str'),
    pythonText('tag:yaml.org,2002:python/unicode'),
  ]
}

/** YAML 1.1, which Python uses, has fewer numbers: no `0o17`, no `0899`, and no exponent without a dot. */
function narrow(tag: Tags[number]): Tags[number] {
  if (typeof tag !== 'object' || 'collection' in tag) return tag
  switch (`${tag.tag} ${tag.format ?? ''}`) {
    case 'tag:yaml.org,2002:int ':
      return { ...tag, test: /^[-+]?(?:0|[1-9]\d*)$/, resolve: toInteger }
    case 'tag:yaml.org,2002:int OCT':
      return { ...tag, test: /^(?!)/ }
    case 'tag:yaml.org,2002:float EXP':
      // JavaScript writes `1e-7`: no dot, but always a sign.
      return { ...tag, test: /^[-+]?(?:\.\d+[eE][-+]?|\d+\.\d*[eE][-+]?|\d+[eE][-+])\d+$/ }
    default:
      return tag
  }
}

/** A seed of 19 digits must keep all of them: two seeds would otherwise become equal. */
function toInteger(text: string): number | bigint {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text.replace(/^\+/, ''))
}

/** Bytes as base64. The tag of the YAML package also accepts invalid base64, and so a value that was cut. */
function binary(tag: string): ScalarTag {
  return {
    tag,
    resolve(text, onError) {
      const base64 = text.replace(/\s/g, '')
      const isWhole = base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64)
      const bytes = isWhole ? fromBase64(base64) : undefined
      if (bytes) return bytes
      onError(`${tag.replace('tag:yaml.org,2002:', '!!')} must be base64`)
      return text
    },
  }
}

function pythonText(tag: string): ScalarTag {
  return { tag, resolve: (text) => text }
}
