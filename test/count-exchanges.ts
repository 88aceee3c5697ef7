import { gunzipSync } from 'node:zlib'
import { load, YAML11_SCHEMA } from 'js-yaml'

/**
 * Counts the exchanges of a cassette without using this library.
 *
 * @returns undefined if the file can't be read, or has line separators, which js-yaml does not treat as line breaks
 */
export function countExchanges(bytes: Uint8Array): number | undefined {
  try {
    const plain = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes
    const text = new TextDecoder().decode(plain)
    return /[\u2028\u2029]/.test(text) ? undefined : count(parse(text))
  } catch {
    return undefined
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return load(text, { schema: YAML11_SCHEMA })
  }
}

interface Shapes {
  readonly interactions?: unknown
  readonly http_interactions?: unknown
  readonly requests?: unknown
  readonly log?: { readonly entries?: unknown }
  readonly snapshot?: { readonly responses?: readonly unknown[] }
}

function count(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countResponses(item), 0)
  const { interactions, http_interactions, requests, log } = value as Shapes
  const list = interactions ?? http_interactions ?? log?.entries ?? requests
  if (Array.isArray(list)) return list.length
  // Some formats write one file per exchange.
  return typeof value === 'object' && value !== null && 'request' in value ? 1 : 0
}

function countResponses(item: unknown): number {
  return (item as Shapes).snapshot?.responses?.length ?? 1
}
