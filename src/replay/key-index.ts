import type { Interaction } from '../cassette.ts'
import { REDACTED } from '../secret/redacted.ts'

/** Indexes of interactions, in file order. */
interface Candidates {
  readonly indexes: number[]
  /** How many of them, from the first, have their key. */
  keyed: number
}

/** Returns the sketch of the request that has a key. */
export type SketchKey = () => string | undefined

/** How interactions are found. */
export interface KeyIndexInit {
  readonly interactions: readonly Interaction[]
  /** Tells whether a key can find an interaction. Default: each. */
  readonly isIncluded?: (interaction: Interaction) => boolean
  /** Returns the key of an interaction; undefined if no key finds it. */
  readonly keyOf: (interaction: Interaction) => string | undefined
  /** Returns the sketch of an interaction, see `SketchRequest`. It is called only for a search with a sketch. */
  readonly sketchOf: (interaction: Interaction) => string | undefined
}

/**
 * Finds interactions by their keys. A key takes longer to compute than anything else in a replay, so it is computed only for
 * interactions that can come before the wanted one: with a sketch, those that have the same sketch or none.
 */
export class KeyIndex {
  readonly #init: KeyIndexInit
  /** The interactions of each computed key. */
  readonly #indexes = new Map<string, number[]>()
  readonly #isKeyed: boolean[]
  /** How many interactions have no key yet. */
  #unkeyed: number
  readonly #all: Candidates
  readonly #unsketched: Candidates = { indexes: [], keyed: 0 }
  #sketched: Map<string, Candidates> | undefined
  #placeholderKeys: readonly string[] | undefined

  constructor(init: KeyIndexInit) {
    this.#init = init
    this.#isKeyed = init.interactions.map(() => false)
    this.#unkeyed = init.interactions.length
    this.#all = { indexes: [...init.interactions.keys()], keyed: 0 }
  }

  /**
   * Finds the first interaction of a key that is accepted.
   *
   * @param sketchKey returns the sketch of the request with this key, if it is known; called only if there are keys to compute
   */
  find(key: string, sketchKey: SketchKey | undefined, isAccepted: (index: number) => boolean): number | undefined {
    const known = this.#indexes.get(key)?.find(isAccepted)
    if (this.#unkeyed === 0) return known
    const lists = this.#candidates(sketchKey?.())
    for (let next = takeFirst(lists, known); next !== undefined; next = takeFirst(lists, known)) {
      if (!this.#isKeyed[next] && this.#add(next) === key && isAccepted(next)) return next
    }
    return known
  }

  /** All interactions of a key, in file order. */
  indexesOf(key: string, sketchKey?: SketchKey): readonly number[] {
    this.find(key, sketchKey, () => false)
    return this.#indexes.get(key) ?? []
  }

  /** All interactions with the key of an interaction, itself included; empty if it has no key. */
  indexesLike(index: number): readonly number[] {
    this.#addAll()
    return [...this.#indexes.values()].find((indexes) => indexes.includes(index)) ?? []
  }

  /** The keys in which a credential is replaced, in file order. */
  get placeholderKeys(): readonly string[] {
    this.#addAll()
    this.#placeholderKeys ??= [...this.#indexes]
      .filter(([key]) => key.includes(REDACTED))
      .sort(([, [a = 0]], [, [b = 0]]) => a - b)
      .map(([key]) => key)
    return this.#placeholderKeys
  }

  #addAll(): void {
    this.indexesOf('')
  }

  #candidates(sketch: string | undefined): Candidates[] {
    if (sketch === undefined) return [this.#all]
    this.#sketched ??= this.#sketchAll()
    const candidates = this.#sketched.get(sketch)
    return candidates ? [candidates, this.#unsketched] : [this.#unsketched]
  }

  #sketchAll(): Map<string, Candidates> {
    const sketched = new Map<string, Candidates>()
    for (const [index, interaction] of this.#init.interactions.entries()) {
      const sketch = this.#init.sketchOf(interaction)
      const candidates = sketch === undefined ? this.#unsketched : sketched.get(sketch)
      if (candidates) candidates.indexes.push(index)
      else sketched.set(String(sketch), { indexes: [index], keyed: 0 })
    }
    return sketched
  }

  /** Computes the key of an interaction. */
  #add(index: number): string | undefined {
    this.#isKeyed[index] = true
    this.#unkeyed--
    const interaction = this.#init.interactions[index] as Interaction
    const key = this.#init.isIncluded?.(interaction) === false ? undefined : this.#init.keyOf(interaction)
    if (key === undefined) return undefined
    const indexes = this.#indexes.get(key) ?? []
    this.#indexes.set(key, indexes)
    indexes.push(index)
    // Searches with different sketches compute keys out of order.
    if ((indexes.at(-2) ?? index) > index) indexes.sort((a, b) => a - b)
    return key
  }
}

/** Takes the first interaction whose key is not computed yet, unless a known one precedes it. */
function takeFirst(lists: readonly Candidates[], known = Number.POSITIVE_INFINITY): number | undefined {
  let first: Candidates | undefined
  for (const list of lists) if (nextOf(list) < (first ? nextOf(first) : known)) first = list
  return first?.indexes[first.keyed++]
}

function nextOf({ indexes, keyed }: Candidates): number {
  return indexes[keyed] ?? Number.POSITIVE_INFINITY
}
