/** The members that are visible from one place: the whole process, or one of several concurrent tests. */
export interface Scope<Member> {
    readonly outer: Scope<Member> | undefined;
    readonly members: Set<Member>;
}
/** Nested scopes that follow asynchronous calls: the root is the process, and each test can have a scope inside it. */
export declare class Scopes<Member> {
    #private;
    /** The scope of the current asynchronous call. */
    get current(): Scope<Member>;
    /** Runs a function in a scope of its own, inside the current one. */
    run<Result>(member: Member, fn: () => Result): Result;
    /**
     * The members of the current scope and of the scopes around it, innermost first.
     *
     * @param first comes before the other members of its scope, and is included even if no scope contains it
     */
    visible(first?: Member): Member[];
}
