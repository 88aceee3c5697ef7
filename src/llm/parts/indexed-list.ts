import type { JsonObject } from '../../json/json-value.ts'

/** A list whose elements arrive in pieces that name its index. An index of a hostile stream can be any number. */
export class IndexedList {
  readonly #elements = new Map<number, JsonObject>()
  #last = 0

  /**
   * The element at an index, which is created if it does not exist yet.
   *
   * @param index the last one if it is undefined, as some providers leave it out
   */
  at(index: number | undefined): JsonObject {
    this.#last = index ?? this.#last
    const element = this.#elements.get(this.#last) ?? {}
    this.#elements.set(this.#last, element)
    return element
  }

  /** Creates an element after all others. */
  add(): JsonObject {
    return this.at(this.#elements.size === 0 ? 0 : Math.max(this.#last, this.#elements.size - 1) + 1)
  }

  /** The elements in the order of their indexes. */
  toList(): JsonObject[] {
    return [...this.#elements].sort(([a], [b]) => a - b).map(([, element]) => element)
  }
}
