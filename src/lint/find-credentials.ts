import type { SecretFinding } from '../errors/errors.ts'
import { type ScanOptions, scanSecrets, scanText } from '../secret/scan-secrets.ts'
import type { LintedCassette } from './linted-cassette.ts'
import { linesWithoutBodies, type Part, type Place } from './place.ts'

/** A text in a file that looks like a credential. */
export interface FoundCredential {
  /** Such as `an OpenAI key`. */
  readonly kind: string
  readonly place: Place
}

/**
 * Searches a whole file: its interactions, decoded, and what other tools keep beside them, such as comments and lists of cookies.
 */
export function findCredentials(cassette: LintedCassette, options: ScanOptions): FoundCredential[] {
  const inside = scanSecrets(cassette.interactions, options).map(({ kind, place }) => ({ kind, place: toPlace(place) }))
  const known = new Set(inside.map(({ kind, place }) => `${indexOf(place)} ${kind}`))
  // In JSON, a line can be the whole file.
  const rest = isJson(cassette) ? '' : linesWithoutBodies(cassette).join('\n')
  const outside = scanText(rest, options)
    .map(({ kind, place }) => ({ kind, place: toPosition(place) }))
    .filter(({ kind, place }) => !known.has(`${interactionAt(place, cassette)} ${kind}`))
  return [...inside, ...outside]
}

/** The scan names places as `#0 response.headers.Set-Cookie` or `#0 response.websocket.12`. */
function toPlace(place: SecretFinding['place']): Place {
  const [, index, part, name] =
    /^#(\d+) ((?:request|response)\.(?:url|body|status|headers|websocket))(?:\.(.*))?$/.exec(place) ?? []
  if (index === undefined) return { kind: 'file' }
  return {
    kind: 'interaction',
    index: Number(index),
    part: part as Part,
    ...(name === undefined ? {} : part === 'response.websocket' ? { frame: Number(name) } : { text: name }),
  }
}

function toPosition(place: SecretFinding['place']): Place {
  const [, line] = /^line (\d+)$/.exec(place) ?? []
  return line === undefined ? { kind: 'file' } : { kind: 'position', line: Number(line), column: 1 }
}

function isJson({ text }: LintedCassette): boolean {
  return /^\s*[{[]/.test(text)
}

function indexOf(place: Place): number {
  return place.kind === 'interaction' ? place.index : -1
}

/** The index of the interaction that contains a line. */
function interactionAt(place: Place, { interactions }: LintedCassette): number {
  if (place.kind !== 'position') return 0
  return Math.max(
    0,
    interactions.findLastIndex(({ line = 1 }) => line <= place.line),
  )
}
