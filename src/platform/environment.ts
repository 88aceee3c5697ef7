/** Tells whether this is a continuous integration run: `CI` is set, and not to `false` or `0`. */
export function isCi(): boolean {
  const { CI } = environment()
  return CI !== undefined && !['', '0', 'false'].includes(CI)
}

/** The environment variables; empty on a platform without any. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return globalThis.process?.env ?? {}
}
