/** Merges two values of one option. */
type Merge<Value> = (input: { outer: Value; inner: Value }) => Value

/** One rule for each option of an interface, so that an option without a rule does not compile. */
export type Merges<Options> = { readonly [Name in keyof Options]-?: Merge<NonNullable<Options[Name]>> }

/**
 * Merges two objects of options field by field. A field that only one of them sets is kept.
 *
 * @param merges the rule for a field that both set
 */
export function mergeFields<Options extends object>(
  merges: Merges<Options>,
  { outer, inner }: { outer: Options; inner: Options },
): Options {
  const merged = { ...outer }
  for (const name of Object.keys(inner) as (keyof Options)[]) mergeField(merged, inner, name, merges[name])
  return merged
}

/** The more specific value replaces the other one. */
export function mostSpecific<Value>({ inner }: { outer: Value; inner: Value }): Value {
  return inner
}

/** Both lists apply, the more general one first. */
export function concatenate<Item>({
  outer,
  inner,
}: {
  outer: readonly Item[]
  inner: readonly Item[]
}): readonly Item[] {
  return [...new Set([...outer, ...inner])]
}

function mergeField<Options, Name extends keyof Options>(
  merged: Options,
  inner: Options,
  name: Name,
  merge: Merge<NonNullable<Options[Name]>> | undefined,
): void {
  const value = inner[name]
  if (value === undefined || value === null) return
  const outer = merged[name]
  merged[name] = outer === undefined || outer === null || !merge ? value : merge({ outer, inner: value })
}
