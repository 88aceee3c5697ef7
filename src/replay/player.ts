import { type Interaction, type RecordedResponse, sampleOf } from '../cassette.ts'
import { isRetryableStatus } from '../http/is-retryable-status.ts'
import type { KeyIndex, KeyIndexInit, SketchKey } from './key-index.ts'

/**
 * How to answer a request whose recordings were all played. `'none'`: with a mismatch; `'last'`: with the last one again;
 * `'all'`: with all of them again, from the first.
 */
export type Repeat = 'none' | 'last' | 'all'

/** An interaction that a request has claimed. */
export interface Claim {
  readonly interaction: Interaction
  /** Its index in the file. */
  readonly index: number
  /** Lets another request claim it, although it counts as played. */
  reopen(): void
  /** Returns it as if it had never been requested, because its client left before the response began. */
  release(): void
}

/**
 * Tracks which interactions were played. The interactions of one key form a queue in file order. Keys are independent and
 * computed lazily.
 *
 * Everything here is synchronous, so concurrent requests never get the same interaction.
 */
export class Player {
  readonly #interactions: readonly Interaction[]
  readonly #createIndex: (init: Pick<KeyIndexInit, 'interactions' | 'isIncluded'>) => KeyIndex
  /** Created on first use. */
  #keyIndex: KeyIndex | undefined
  readonly #repeat: Repeat
  readonly #isRepeatable: (interaction: Interaction) => boolean
  /** The interactions of other samples do not exist for this player. */
  #sample = 0
  readonly #plays: number[]
  /** Which interactions are still unclaimed, in file order. */
  readonly #unclaimed: boolean[]
  /** Everything before this index has been claimed. */
  #first = 0
  /** The number of claims of a key after all its interactions were played. */
  readonly #repeats = new Map<string, number>()
  #round = 0

  /**
   * @param interactions in file order
   * @param createIndex creates the index by keys; called only if a key is searched
   * @param repeat see `Repeat`
   * @param isRepeatable tells which interactions a client can request again at any time
   */
  constructor(
    interactions: readonly Interaction[],
    createIndex: (init: Pick<KeyIndexInit, 'interactions' | 'isIncluded'>) => KeyIndex,
    repeat: Repeat,
    isRepeatable: (interaction: Interaction) => boolean = () => false,
  ) {
    this.#interactions = interactions
    this.#createIndex = createIndex
    this.#repeat = repeat
    this.#isRepeatable = isRepeatable
    this.#plays = interactions.map(() => 0)
    this.#unclaimed = interactions.map((each) => this.#isPlayed(each))
  }

  /**
   * Claims the first unclaimed interaction of the file if it is the requested one. No interaction with its key can come before
   * it, so no key is needed: tests mostly send requests in recorded order.
   *
   * @param isRequested tells, without keys, whether an interaction certainly is the requested one
   */
  claimFirst(isRequested: (interaction: Interaction) => boolean): Claim | undefined {
    while (this.#unclaimed[this.#first] === false) this.#first++
    const interaction = this.#interactions[this.#first]
    return interaction && isRequested(interaction) ? this.#claim(this.#first) : undefined
  }

  /**
   * Claims the next unplayed interaction of a key.
   *
   * @param sketchKey see `KeyIndex.find`
   */
  claimNext(key: string, sketchKey?: SketchKey): Claim | undefined {
    const index = this.#index.find(key, sketchKey, (each) => this.#unclaimed[each] === true)
    return index === undefined ? undefined : this.#claim(index)
  }

  /** Claims an interaction of a key again, if `repeat` or a client's retries allow it. */
  claimRepeat(key: string, sketchKey?: SketchKey): Claim | undefined {
    const index = this.#repeatIndex(key, this.#index.indexesOf(key, sketchKey))
    return index === undefined ? undefined : this.#claim(index)
  }

  /** Claims an interaction, whether it was claimed before or not. */
  claimAt(index: number): Claim {
    return this.#claim(index)
  }

  /** The indexes that are not claimed yet. */
  get unclaimed(): number[] {
    return this.#unclaimed.flatMap((isUnclaimed, index) => (isUnclaimed ? [index] : []))
  }

  /** Whether any interaction has a key. */
  hasKey(key: string, sketchKey?: SketchKey): boolean {
    return this.#index.indexesOf(key, sketchKey).length > 0
  }

  /** The keys in which a credential is replaced, in file order. */
  get placeholderKeys(): readonly string[] {
    return this.#index.placeholderKeys
  }

  /** The number of interactions that have the same key as an interaction, itself included; 0 if it has no key. */
  countEqual(index: number): number {
    return this.#index.indexesLike(index).length
  }

  /** How often each interaction was played, in file order. */
  get plays(): readonly number[] {
    return this.#plays
  }

  /** The interactions played so far, in file order. */
  get played(): Interaction[] {
    return this.#interactions.filter((_, index) => this.#plays[index])
  }

  /** The interactions not played yet, in file order. */
  get unplayed(): Interaction[] {
    return this.#interactions.filter((each, index) => !this.#plays[index] && this.#isPlayed(each))
  }

  /**
   * Resets playback. Claims made before this can no longer be released.
   *
   * @param sample the number of the sample to play from now on; default: the same
   */
  rewind(sample = this.#sample): void {
    if (sample !== this.#sample) {
      this.#sample = sample
      this.#keyIndex = undefined
    }
    this.#round++
    this.#plays.fill(0)
    for (const [index, each] of this.#interactions.entries()) this.#unclaimed[index] = this.#isPlayed(each)
    this.#first = 0
    this.#repeats.clear()
  }

  get #index(): KeyIndex {
    const isIncluded = (each: Interaction): boolean => this.#isPlayed(each)
    this.#keyIndex ??= this.#createIndex({ interactions: this.#interactions, isIncluded })
    return this.#keyIndex
  }

  #isPlayed(interaction: Interaction): boolean {
    return sampleOf(interaction) === this.#sample
  }

  #claim(index: number): Claim {
    const round = this.#round
    let isTaken = this.#unclaimed[index] === true
    let held = true
    const open = (): void => {
      if (!isTaken) return
      isTaken = false
      this.#unclaimed[index] = true
      this.#first = Math.min(this.#first, index)
    }
    this.#unclaimed[index] = false
    this.#plays[index] = (this.#plays[index] ?? 0) + 1
    return {
      interaction: this.#interactions[index] as Interaction,
      index,
      reopen: () => {
        if (round === this.#round) open()
      },
      release: () => {
        if (!held || round !== this.#round) return
        held = false
        this.#plays[index] = (this.#plays[index] ?? 1) - 1
        open()
      },
    }
  }

  #repeatIndex(key: string, indexes: readonly number[]): number | undefined {
    const last = indexes.at(-1)
    if (this.#repeat === 'last') return last
    if (this.#repeat === 'all') {
      const repeats = this.#repeats.get(key) ?? 0
      this.#repeats.set(key, repeats + 1)
      return indexes[repeats % indexes.length]
    }
    // SDKs retry these automatically. The code under test has to see the recorded error, not a mismatch.
    const interaction = last === undefined ? undefined : this.#interactions[last]
    return interaction && (isRetried(interaction.response) || this.#isRepeatable(interaction)) ? last : undefined
  }
}

/** The status of a WebSocket is no failure, although it is below 200. */
function isRetried({ status, websocket }: RecordedResponse): boolean {
  return !websocket && isRetryableStatus(status)
}
