/**
 * A function or a class that a module or the global object contains, and that is replaced from time to time. The replacement is always
 * the same value: a module that has stored it can use it later, too.
 */
export class Replacement<Value extends object> {
  readonly #owner: object
  readonly #name: string
  readonly #own: Value
  #original: Value
  /** The value to use instead of the replacement, as long as that is not installed. */
  #successor: Value | undefined
  /** Another replacement on top of this one, such as a spy of the test. */
  #above: unknown

  /** @param create creates the replacement, which calls `successor` or else `original` */
  constructor(owner: object, name: string, create: (replacement: Replacement<Value>) => Value) {
    this.#owner = owner
    this.#name = name
    this.#original = this.#current as Value
    this.#own = create(this)
  }

  /** The value that the replacement has replaced. */
  get original(): Value {
    return this.#original
  }

  /** The value that the replacement has to call; undefined if it has to decide itself. */
  get successor(): Value | undefined {
    return this.#successor
  }

  /** Whether the member is what it was when this was created, or the replacement. */
  get fits(): boolean {
    return this.#isVisible || this.#current === this.#original
  }

  /** Replaces the member. */
  install(): void {
    if (!this.#isVisible) this.#original = this.#current as Value
    this.#successor = undefined
    this.#set(this.#own)
  }

  /** Puts the original value back, so that MSW can replace it. Call `settle` afterwards. */
  withdraw(): void {
    this.#above = this.#isVisible ? undefined : this.#current
    this.#set(this.#original)
  }

  /** Gives way to the value that was set since `withdraw`. A spy of the test stays on top of it. */
  settle(): void {
    this.#successor = this.#current as Value
    if (this.#above !== undefined) this.#set(this.#above)
    this.#above = undefined
  }

  /** Puts the original value back, unless something else has replaced it. */
  restore(): void {
    if (this.#isVisible) this.#set(this.#original)
    this.#successor = this.#original
  }

  get #isVisible(): boolean {
    return this.#current === this.#own
  }

  get #current(): unknown {
    return Reflect.get(this.#owner, this.#name)
  }

  #set(value: unknown): void {
    Reflect.set(this.#owner, this.#name, value)
  }
}
