import { toComparableBody } from '../body/comparable-body.ts'
import { contentOf, contentTypeOf, type HttpRequest } from '../http/http-request.ts'
import type { Difference } from '../matcher/matcher.ts'
import { maskUrl } from '../secret/mask-url.ts'
import { maskValue } from '../secret/mask-value.ts'
import { isCredential } from '../secret/secret-name.ts'
import { adviseOn } from './advice.ts'
import { findNearest, type Nearest, type Searchable } from './find-nearest.ts'
import type { Mismatch, SearchedCassette } from './mismatch.ts'
import { CassetteMismatchError } from './mismatch-error.ts'
import { writeMismatch } from './write-mismatch.ts'

/** An open cassette, as far as the diagnosis needs it. */
export interface Diagnosable extends Searchable {
  readonly path: string
  readonly mode: string
  readonly replayed: readonly unknown[]
  readonly unplayed: readonly unknown[]
  /** The number of interactions that equal an interaction of the cassette, itself included, played or not. */
  countEqual(index: number): number
  readonly coverage: {
    /** Whether the option `hosts` keeps a URL from being replayed and recorded. */
    excludesUrl(url: string): boolean
  }
}

/**
 * Explains why a request matched no interaction.
 *
 * @param request the request
 * @param searched the open cassettes that were searched
 */
export function diagnose(request: HttpRequest, searched: readonly Diagnosable[]): CassetteMismatchError {
  const nearest = findNearest(request, searched)
  const results = (nearest?.results ?? []).map(({ matcher, differences }) => ({
    matcher,
    differences: differences.map(maskDifference),
  }))
  const differences = results.flatMap((result) => result.differences)
  const reason = results.length > 0 && differences.length === 0 ? 'already-played' : 'never-recorded'
  const mismatch: Mismatch = {
    reason,
    request: { method: request.method, url: maskUrl(request.url) },
    cassettes: searched.map(toSearchedCassette),
    nearest: nearest && {
      path: nearest.from.path,
      index: nearest.index,
      line: nearest.interaction.line,
      method: nearest.interaction.request.method,
      url: maskUrl(nearest.interaction.request.url),
      results,
      recorded: nearest.from.countEqual(nearest.index),
    },
    differences,
    advice: [...adviseOnHosts(request, searched), ...adviseOn(request, reason, nearest, restOf(searched))],
    comparison: nearest && reason === 'never-recorded' ? compare(nearest, request) : undefined,
  }
  return new CassetteMismatchError(mismatch, writeMismatch)
}

/** Whether every interaction was played at least once. */
function restOf(searched: readonly Diagnosable[]): 'played' | 'unplayed' {
  const isPlayed = searched.every(({ unplayed }) => unplayed.length === 0)
  return isPlayed ? 'played' : 'unplayed'
}

function adviseOnHosts({ url }: HttpRequest, searched: readonly Diagnosable[]): string[] {
  const excluding = searched.filter(({ coverage }) => coverage.excludesUrl(url))
  if (excluding.length === 0 || !URL.canParse(url)) return []
  const paths = excluding.map(({ path }) => path).join(', ')
  return [
    `The option "hosts" of ${paths} does not name this host. To replay and record it, add '${new URL(url).host}'.`,
  ]
}

function toSearchedCassette({ path, mode, cassette, replayed }: Diagnosable): SearchedCassette {
  return { path, mode, interactions: cassette.interactions.length, played: replayed.length }
}

function maskDifference({ path, recorded, received }: Difference): Difference {
  const name = /([\w-]+)(?:\[\d+\])*$/.exec(path.slice(-200))?.[1] ?? ''
  const place = path.startsWith('$') ? 'json' : 'parameter'
  const isSecret = [recorded, received].some((value) => isCredential(name, String(value), place))
  const mask = (value: unknown): unknown => (isSecret && value !== undefined ? '[secret]' : maskValue(value))
  const masked = { path, recorded: mask(recorded), received: mask(received) }
  // Two different credentials have the same mask.
  return masked.recorded === masked.received && typeof masked.received === 'string'
    ? { ...masked, received: `${masked.received} (another)` }
    : masked
}

function compare(nearest: Nearest<Searchable>, received: HttpRequest): Mismatch['comparison'] {
  return { recorded: toComparison(nearest, nearest.interaction.request), received: toComparison(nearest, received) }
}

function toComparison({ from }: Nearest<Searchable>, raw: HttpRequest): unknown {
  const body =
    from.matcher.toComparable(raw)?.body ?? toComparableBody(contentOf(raw), contentTypeOf(raw), 'json').value
  return { method: raw.method, url: maskUrl(raw.url), body: maskValue(body) }
}
