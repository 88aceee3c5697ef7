import { type AsyncContext, createAsyncContext } from './async-context.ts'

/** The members that are visible from one place: the whole process, or one of several concurrent tests. */
export interface Scope<Member> {
  readonly outer: Scope<Member> | undefined
  readonly members: Set<Member>
}

/** Nested scopes that follow asynchronous calls: the root is the process, and each test can have a scope inside it. */
export class Scopes<Member> {
  readonly #root: Scope<Member> = { outer: undefined, members: new Set() }
  /** Created with the first scope inside the root: many processes never need it. */
  #context: AsyncContext<Scope<Member>> | undefined

  /** The scope of the current asynchronous call. */
  get current(): Scope<Member> {
    return this.#context?.get() ?? this.#root
  }

  /** Runs a function in a scope of its own, inside the current one. */
  run<Result>(member: Member, fn: () => Result): Result {
    this.#context ??= createAsyncContext()
    return this.#context.run({ outer: this.current, members: new Set([member]) }, fn)
  }

  /**
   * The members of the current scope and of the scopes around it, innermost first.
   *
   * @param first comes before the other members of its scope, and is included even if no scope contains it
   */
  visible(first?: Member): Member[] {
    const members: Member[] = []
    for (let scope: Scope<Member> | undefined = this.current; scope; scope = scope.outer) {
      if (first !== undefined && scope.members.has(first)) members.push(first)
      members.push(...[...scope.members].filter((member) => member !== first))
    }
    return first === undefined || members.includes(first) ? members : [first, ...members]
  }
}
