/** A list whose elements arrive in pieces that name their index. An index of a hostile stream can be any number. */
export class IndexedList<Element> {
  readonly #elements = new Map<number, Element>()
  readonly #create: () => Element
  #last = 0
  #end = 0

  constructor(create: () => Element) {
    this.#create = create
  }

  /**
   * The element at an index, which is created if it does not exist yet.
   *
   * @param index the last one if it is undefined, as some providers leave it out
   */
  at(index: number | undefined): Element {
    this.#last = index ?? this.#last
    this.#end = Math.max(this.#end, this.#last + 1)
    const element = this.#elements.get(this.#last) ?? this.#create()
    this.#elements.set(this.#last, element)
    return element
  }

  /** Creates an element after all others. */
  add(): Element {
    return this.at(this.#end)
  }

  /** The elements in the order of their indexes. */
  toList(): Element[] {
    return [...this.#elements].sort(([a], [b]) => a - b).map(([, element]) => element)
  }
}
