/** A found text. */
export interface FoundText {
  readonly start: number
  readonly text: string
}

/** Texts are found by their first characters; shorter ones can't be added. */
const MIN_FOUND_LENGTH = 8

/** A small filter is created quickly, as for each request; a large one has few collisions. */
const SMALL_BITS = 12
const LARGE_BITS = 18
const MAX_IN_SMALL = 256

/** Finds many texts in one pass: the time depends on the searched text, and hardly on the number of texts. */
export class TextFinder {
  readonly #byStart = new Map<string, string[]>()
  /** Whether any text begins with four characters of this hash. */
  #filter = new Uint8Array(1 << SMALL_BITS)
  #shift = 32 - SMALL_BITS

  add(text: string): void {
    const start = text.slice(0, MIN_FOUND_LENGTH)
    const others = this.#byStart.get(start) ?? []
    if (others.includes(text)) return
    // The longest is found first.
    this.#byStart.set(
      start,
      [...others, text].sort((a, b) => b.length - a.length),
    )
    if (this.#byStart.size > MAX_IN_SMALL && this.#shift === 32 - SMALL_BITS) this.#enlarge()
    this.#mark(start)
  }

  /** Finds all texts from left to right; a found text overlaps no other one. */
  findIn(text: string): FoundText[] {
    const found: FoundText[] = []
    const filter = this.#filter
    const shift = this.#shift
    let last = 0
    let end = 0
    for (let index = 0; index < text.length; index++) {
      last = (last << 8) ^ text.charCodeAt(index)
      if (filter[Math.imul(last, FACTOR) >>> shift] === 0 || index < end + 3) continue
      const match = this.#matchAt(text, index - 3)
      if (match === undefined) continue
      found.push({ start: index - 3, text: match })
      end = index - 3 + match.length
    }
    return found
  }

  #matchAt(text: string, start: number): string | undefined {
    return this.#byStart
      .get(text.slice(start, start + MIN_FOUND_LENGTH))
      ?.find((candidate) => text.startsWith(candidate, start))
  }

  #enlarge(): void {
    this.#filter = new Uint8Array(1 << LARGE_BITS)
    this.#shift = 32 - LARGE_BITS
    for (const start of this.#byStart.keys()) this.#mark(start)
  }

  #mark(start: string): void {
    let last = 0
    for (let index = 0; index < 4; index++) last = (last << 8) ^ start.charCodeAt(index)
    this.#filter[Math.imul(last, FACTOR) >>> this.#shift] = 1
  }
}

/** Spreads similar numbers. */
const FACTOR = 0x9e3779b1
