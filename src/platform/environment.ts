/** Detects a continuous integration run: `CI` is set to anything except an empty string, `false` and `0`. */
export function isCi(): boolean {
  const { CI } = environment()
  return CI !== undefined && !['', '0', 'false'].includes(CI)
}

/** The environment variables; empty in environments without any, such as browsers. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return globalThis.process?.env ?? {}
}
