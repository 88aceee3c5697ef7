import type { Interaction } from '../cassette.ts'

/**
 * What happens to a request whose recordings were all played: `'none'`, a mismatch; `'last'`, the last one again; `'all'`,
 * all of them again from the first.
 */
export type Repeat = 'none' | 'last' | 'all'

/** An interaction that was given to a request. */
export interface Claim {
  readonly interaction: Interaction
  /** Gives it back as if it had never been asked for: its client left before anything was sent. */
  release(): void
}

/** The interactions of one key. */
interface Queue {
  /** In file order. */
  readonly indexes: number[]
  /** How many claims came after all were played. */
  repeats: number
}

/**
 * Keeps which interactions were played. Interactions of one key are a queue in file order; keys are independent, and
 * computed no sooner than they have to be.
 *
 * Everything here is synchronous: of any number of requests at once, no two get the same interaction.
 */
export class Player {
  readonly #interactions: readonly Interaction[]
  readonly #keyOf: (interaction: Interaction) => string | undefined
  readonly #queues = new Map<string, Queue>()
  readonly #repeat: Repeat
  readonly #plays: number[]
  /** Which are still to be claimed, in file order. */
  readonly #waiting: boolean[]
  /** Of the interactions before it, none is. */
  #first = 0
  #queued = 0
  #round = 0

  /**
   * @param interactions in file order
   * @param keyOf the key of an interaction; those without one are never played
   * @param repeat see `Repeat`
   */
  constructor(
    interactions: readonly Interaction[],
    keyOf: (interaction: Interaction) => string | undefined,
    repeat: Repeat,
  ) {
    this.#interactions = interactions
    this.#keyOf = keyOf
    this.#repeat = repeat
    this.#plays = interactions.map(() => 0)
    this.#waiting = interactions.map(() => true)
  }

  /**
   * Claims the first interaction of all that was not played yet, where it is the one that is asked for. No other of its key
   * can come before it, so no key has to be known: tests mostly ask in the order of the recording.
   *
   * @param isRequested whether the key of an interaction is the one that is asked for, as far as that can be told without it
   */
  claimFirst(isRequested: (interaction: Interaction) => boolean): Claim | undefined {
    while (this.#waiting[this.#first] === false) this.#first++
    const interaction = this.#interactions[this.#first]
    return interaction && isRequested(interaction) ? this.#claim(this.#first) : undefined
  }

  /** Claims the next interaction of a key that was not played yet. */
  claimNext(key: string): Claim | undefined {
    const index = this.#queues.get(key)?.indexes.find((each) => this.#waiting[each]) ?? this.#queueUntil(key)
    return index === undefined ? undefined : this.#claim(index)
  }

  /** Claims an interaction of a key again, where `repeat` or a client's retries allow it. */
  claimRepeat(key: string): Claim | undefined {
    const queue = this.#queueOf(key)
    const index = queue && this.#repeatIndex(queue)
    return index === undefined ? undefined : this.#claim(index)
  }

  /** How many interactions a key has. */
  count(key: string): number {
    return this.#queueOf(key)?.indexes.length ?? 0
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
    return this.#interactions.filter((_, index) => !this.#plays[index])
  }

  /** Forgets what was played. What is still being claimed from before can no longer be given back. */
  rewind(): void {
    this.#round++
    this.#plays.fill(0)
    this.#waiting.fill(true)
    this.#first = 0
    for (const queue of this.#queues.values()) queue.repeats = 0
  }

  /** The queue of a key with all its interactions. */
  #queueOf(key: string): Queue | undefined {
    while (this.#queued < this.#interactions.length) this.#queueNext()
    return this.#queues.get(key)
  }

  /** Goes on to the next interaction that has a key and waits. */
  #queueUntil(key: string): number | undefined {
    while (this.#queued < this.#interactions.length) {
      const index = this.#queued
      if (this.#queueNext() === key && this.#waiting[index]) return index
    }
    return undefined
  }

  /** Puts the next interaction of the file into the queue of its key. */
  #queueNext(): string | undefined {
    const index = this.#queued++
    const key = this.#keyOf(this.#interactions[index] as Interaction)
    if (key === undefined) return undefined
    const queue = this.#queues.get(key)
    if (queue) queue.indexes.push(index)
    else this.#queues.set(key, { indexes: [index], repeats: 0 })
    return key
  }

  #claim(index: number): Claim {
    const round = this.#round
    const wasWaiting = this.#waiting[index] === true
    let held = true
    this.#waiting[index] = false
    this.#plays[index] = (this.#plays[index] ?? 0) + 1
    return {
      interaction: this.#interactions[index] as Interaction,
      release: () => {
        if (!held || round !== this.#round) return
        held = false
        this.#plays[index] = (this.#plays[index] ?? 1) - 1
        if (!wasWaiting) return
        this.#waiting[index] = true
        this.#first = Math.min(this.#first, index)
      },
    }
  }

  #repeatIndex(queue: Queue): number | undefined {
    const { indexes } = queue
    const last = indexes.at(-1)
    if (this.#repeat === 'last') return last
    if (this.#repeat === 'all') return indexes[queue.repeats++ % indexes.length]
    // SDKs retry these by themselves: the code under test has to see the recorded error, and not a mismatch.
    return last !== undefined && isRetryable(this.#interactions[last]?.response.status) ? last : undefined
  }
}

/** Less than 200 is a connection that failed. */
function isRetryable(status = 200): boolean {
  return status < 200 || status === 408 || status === 409 || status === 429 || status >= 500
}
