import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import type { HealPlan } from './plan-heal.ts'

const MAX_PLACES = 3

/** A healed cassette. */
export interface DescribedHeal {
  /** The path of the cassette. */
  readonly path: string
  readonly plan: HealPlan
  /** The number of interactions that were loaded. */
  readonly total: number
  /** The number of requests that went to the network, and of those that did not. */
  readonly calls: { readonly made: number; readonly avoided: number }
  /** Why unplayed interactions are still in the file; undefined if they are not. */
  readonly kept?: 'shared' | 'failed-calls' | undefined
}

/**
 * Describes a heal in one line, such as `healed 1 of 10 turns in chat.yaml (#3 $.messages[2].content): 1 call made, 9 not`. Turns
 * are counted from 0, as in a mismatch.
 */
export function describeHeal({ path, plan, total, calls, kept }: DescribedHeal): string {
  const { replaced, removed, added } = plan
  const places = replaced
    .slice(0, MAX_PLACES)
    .map(({ index, path }) => `#${index}${path === undefined ? '' : ` ${path}`}`)
  if (replaced.length > MAX_PLACES) places.push(`and ${replaced.length - MAX_PLACES} more`)
  const details = [
    places.join(', '),
    removed.length > 0 ? `${removed.length} removed` : '',
    added.length > 0 ? `${added.length} added` : '',
  ].filter(Boolean)
  const made = `${calls.made} ${calls.made === 1 ? 'call' : 'calls'} made, ${calls.avoided} not`
  const line = `healed ${replaced.length} of ${total} turns in ${path} (${details.join('; ')}): ${made}`
  return escapeControlCharacters(kept ? `${line}. ${REASONS[kept]}` : line)
}

const REASONS = {
  shared: 'Other tests might share the file, so nothing was removed; in Vitest and Jest, -u removes what no test plays',
  'failed-calls': 'A call failed, so nothing was removed',
} as const
