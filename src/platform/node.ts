// The code that a bundler has to choose: the package's import `#platform` resolves to this file or, in browsers, to
// browser.ts. Everything that can be decided at run time uses `builtin` instead.

import { createRequire } from 'node:module'
// Fake timers replace the global `setImmediate`, but not this one.
import { setImmediate } from 'node:timers'

/** Waits for one macrotask: see the browser's version. In Node, `setImmediate` is the fastest. */
export function tick(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

let yaml: typeof import('yaml') | undefined

/** The YAML package, loaded on first use: loading it takes longer than reading a cassette, and most cassettes do not need it. */
export function loadYaml(): typeof import('yaml') {
  yaml ??= createRequire(import.meta.url)('yaml') as typeof import('yaml')
  return yaml
}
