/** Merges two values of one option. */
type Merge<Value> = (input: {
    outer: Value;
    inner: Value;
}) => Value;
/** One rule for each option of an interface, so that an option without a rule does not compile. */
export type Merges<Options> = {
    readonly [Name in keyof Options]-?: Merge<NonNullable<Options[Name]>>;
};
/**
 * Merges two objects of options field by field. A field that only one of them sets is kept.
 *
 * @param merges the rule for a field that both set
 */
export declare function mergeFields<Options extends object>(merges: Merges<Options>, { outer, inner }: {
    outer: Options;
    inner: Options;
}): Options;
/** The more specific value replaces the other one. */
export declare function mostSpecific<Value>({ inner }: {
    outer: Value;
    inner: Value;
}): Value;
/** Both lists apply, the more general one first. */
export declare function concatenate<Item>({ outer, inner, }: {
    outer: readonly Item[];
    inner: readonly Item[];
}): readonly Item[];
export {};
