import type { Interaction } from '../cassette.ts'

/** The usage of several calls. */
export interface CallTotals {
  /** The number of calls. */
  readonly calls: number
  /** The tokens that the answers report, input and output. */
  readonly tokens: number
  /** In US dollars, without the calls of `unpriced`; absent if the cost of no call is known. */
  readonly cost?: number
  /** The number of calls to models whose cost is unknown. */
  readonly unpriced: number
  /** Milliseconds that the recorded answers took, from the request to the last byte. */
  readonly waiting: number
}

/** The calls that one interaction answered. */
export interface Calls {
  readonly interaction: Interaction
  readonly count: number
}

/** The usage of one call. */
export interface CallUsage {
  readonly tokens: number
  /** In US dollars; `'none'` for a call that is free or not to a model. */
  readonly price: number | 'unknown' | 'none'
  readonly waiting: number
}

/** Adds up calls. */
export function sumCalls(list: readonly { readonly count: number; readonly usage: CallUsage }[]): CallTotals {
  return addTotals(list.map(({ count, usage }) => toTotals(count, usage)))
}

/** Adds up totals. A cost stays unknown if none is known. */
export function addTotals(list: readonly CallTotals[]): CallTotals {
  const sum = (field: 'calls' | 'tokens' | 'unpriced' | 'waiting'): number =>
    list.reduce((total, each) => total + each[field], 0)
  const costs = list.flatMap(({ cost }) => (cost === undefined ? [] : [cost]))
  return {
    calls: sum('calls'),
    tokens: sum('tokens'),
    ...(costs.length > 0 && { cost: costs.reduce((total, cost) => total + cost, 0) }),
    unpriced: sum('unpriced'),
    waiting: sum('waiting'),
  }
}

function toTotals(count: number, { tokens, price, waiting }: CallUsage): CallTotals {
  return {
    calls: count,
    tokens: count * tokens,
    ...(typeof price === 'number' && { cost: count * price }),
    unpriced: price === 'unknown' ? count : 0,
    waiting: count * waiting,
  }
}
