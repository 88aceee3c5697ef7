/** A part of the library that Node has from the start, and that a page loads on first use. */
export class OnDemand<T> {
  readonly #load: () => T | Promise<T>
  #loaded: { readonly value: T } | undefined
  #loading: Promise<void> | undefined

  /** @param load returns the part, or a promise of it; called once */
  constructor(load: () => T | Promise<T>) {
    this.#load = load
  }

  /** Loads the part. Returns undefined if there is nothing to wait for, so that callers in Node stay synchronous. */
  load(): Promise<void> | undefined {
    if (this.#loaded) return undefined
    if (this.#loading) return this.#loading
    const part = this.#load()
    if (part instanceof Promise) {
      this.#loading = part.then((value) => this.#keep(value))
      return this.#loading
    }
    this.#keep(part)
    return undefined
  }

  /** Whether the part is being loaded. */
  get isLoading(): boolean {
    return this.#loading !== undefined && !this.#loaded
  }

  get isLoaded(): boolean {
    return this.#loaded !== undefined
  }

  /** The part. It must have been loaded. */
  get value(): T {
    this.load()
    if (!this.#loaded) throw new Error('msw-cassette: a part was used before it was loaded. Please report this.')
    return this.#loaded.value
  }

  #keep(value: T): void {
    this.#loaded = { value }
  }
}
