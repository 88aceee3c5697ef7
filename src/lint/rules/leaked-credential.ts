import type { SecretFinding } from '../../errors/errors.ts'
import { scanSecrets, scanText } from '../../secret/scan-secrets.ts'
import type { LintRule } from '../lint-rule.ts'
import type { LintedCassette } from '../linted-cassette.ts'
import { linesWithoutBodies, type Part, type Place } from '../place.ts'

/** The scan that runs before each save, over the whole file: other tools keep more than the model of a cassette has. */
export const leakedCredential: LintRule = {
  name: 'leaked-credential',
  severity: 'error',
  summary: 'texts that look like credentials',
  check(cassette, { allowSecrets: allowed }) {
    const inside = scanSecrets(cassette.interactions, { allowed }).map(({ kind, place }) => ({
      kind,
      place: toPlace(place),
    }))
    const known = new Set(inside.map(({ kind, place }) => `${indexOf(place)} ${kind}`))
    // In JSON, a line can be the whole file.
    const rest = isJson(cassette) ? '' : linesWithoutBodies(cassette).join('\n')
    const outside = scanText(rest, { allowed })
      .map(({ kind, place }) => ({ kind, place: toPosition(place) }))
      .filter(({ kind, place }) => !known.has(`${interactionAt(place, cassette)} ${kind}`))
    return [...inside, ...outside].map(({ kind, place }) => ({ message: describe(kind), place }))
  },
}

function describe(kind: string): string {
  return `this looks like a credential: ${kind}. Revoke it, and replace it: msw-cassette redact does so in known places`
}

/** The scan names places as `#0 response.headers.Set-Cookie`. */
function toPlace(place: SecretFinding['place']): Place {
  const [, index, part, name] =
    /^#(\d+) ((?:request|response)\.(?:url|body|status|headers))(?:\.(.*))?$/.exec(place) ?? []
  if (index === undefined) return { kind: 'file' }
  return {
    kind: 'interaction',
    index: Number(index),
    part: part as Part,
    ...(name === undefined ? {} : { text: name }),
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
  return Math.max(0, interactions.findLastIndex(({ line = 1 }) => line <= place.line))
}
