import type { Interaction } from '../cassette.ts'
import type { TelemetryOptions } from '../http/telemetry.ts'
import { aliasUrl } from '../matcher/alias-url.ts'
import type { MatchOptions } from '../matcher/match-options.ts'
import { assertInteraction, type Hook, type Hooks, runHook } from '../options/hooks.ts'
import { concatenate, type Merges, mergeFields, mostSpecific } from '../options/merge-fields.ts'
import type { RedactOptions } from '../secret/redact-options.ts'
import { type CassetteOptions, checkOptions } from './cassette-options.ts'

/**
 * Merges the options of a session: lists are concatenated, functions that change or select something all run, and of all other
 * values the most specific one applies. Redaction is therefore only ever added.
 *
 * @param layers from the most general to the most specific
 * @throws CassetteOptionError if an option of a layer is invalid
 */
export function mergeOptions(...layers: readonly CassetteOptions[]): CassetteOptions {
  for (const layer of layers) checkOptions(layer)
  return layers.reduce<CassetteOptions>((outer, inner) => mergeFields(sessionMerges, { outer, inner }), {})
}

const matchMerges: Merges<MatchOptions> = {
  headers: concatenate,
  body: mostSpecific,
  url:
    ({ outer, inner }) =>
    (url) =>
      inner(aliasUrl(url, outer)),
  ignoreQuery: ({ outer, inner }) => (outer === 'all' || inner === 'all' ? 'all' : concatenate({ outer, inner })),
  mask: concatenate,
  normalize: ({ outer, inner }) => [outer, inner].flat(),
  ignoreBody: concatenate,
  echoes: mostSpecific,
  matchers: mostSpecific,
}

const redactMerges: Merges<RedactOptions> = {
  headers: concatenate,
  query: concatenate,
  json: concatenate,
  patterns: concatenate,
  transform:
    ({ outer, inner }) =>
    ({ interaction }) => {
      const transformed = outer({ interaction }) ?? interaction
      return inner({ interaction: assertInteraction(transformed, 'redact.transform') }) ?? transformed
    },
}

const hookMerges: Merges<Hooks> = {
  afterCapture: ({ outer, inner }) => chain('afterCapture', outer, inner),
  beforeSave: ({ outer, inner }) => chain('beforeSave', outer, inner),
  beforeReplay: ({ outer, inner }) => chain('beforeReplay', outer, inner),
  onClose:
    ({ outer, inner }) =>
    (input) => {
      const ends: unknown[] = []
      try {
        ends.push(outer(input))
      } finally {
        ends.push(inner(input))
      }
      // For the asynchronous ones.
      return Promise.all(ends)
    },
}

const telemetryMerges: Merges<TelemetryOptions> = { except: concatenate, urls: concatenate }

const sessionMerges: Merges<CassetteOptions> = {
  mode: mostSpecific,
  match: (input) => mergeFields(matchMerges, input),
  repeat: mostSpecific,
  timing: mostSpecific,
  clock: mostSpecific,
  faults: concatenate,
  samples: mostSpecific,
  onMismatch: mostSpecific,
  onUnplayed: mostSpecific,
  hosts: concatenate,
  passthrough:
    ({ outer, inner }) =>
    (request) => {
      const answer = outer(request)
      // Anything but a boolean is returned, so that the session refuses it.
      return answer === false ? inner(request) : answer
    },
  hooks: (input) => mergeFields(hookMerges, input),
  redact: (input) => mergeFields(redactMerges, input),
  telemetry: (input) => mergeFields(telemetryMerges, input),
  recordHeaders: concatenate,
  allowSecrets: concatenate,
  expires: mostSpecific,
  onExpired: mostSpecific,
}

/** The second hook receives the result of the first one, unless that dropped the interaction. */
function chain(name: Exclude<keyof Hooks, 'onClose'>, outer: Hook, inner: Hook): Hook {
  return ({ interaction }): Interaction | null => {
    const first = runHook({ [name]: outer }, name, interaction)
    const second = first && runHook({ [name]: inner }, name, first)
    return second ?? null
  }
}
