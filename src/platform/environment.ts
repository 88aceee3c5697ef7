/** Detects a continuous integration run: `CI` is set to anything except an empty string, `false` and `0`. */
export function isCi(): boolean {
  const { CI } = environment()
  return CI !== undefined && !['', '0', 'false'].includes(CI)
}

/** The environment variables; empty in environments without any, such as browsers. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return readEnvironment() ?? {}
}

/** Tells whether this is a page of a browser. The documents of jsdom and happy-dom are in Node. */
export function isPage(): boolean {
  return typeof document !== 'undefined' && typeof globalThis.process?.versions?.node !== 'string'
}

/**
 * Tells whether a user can set environment variables here. A page and workerd have none. A `process` that a bundler or a test
 * runner puts into a page is not a runtime: its variables come from the build.
 */
export function hasEnvironment(): boolean {
  return typeof globalThis.process?.versions?.node === 'string' && readEnvironment() !== undefined
}

/** Deno refuses to read variables without a permission. */
function readEnvironment(): Readonly<Record<string, string | undefined>> | undefined {
  try {
    const env = globalThis.process?.env
    // Reads them, because the object itself is always available.
    void [env?.CI, env?.MSW_CASSETTE_MODE]
    return env
  } catch {
    return undefined
  }
}
