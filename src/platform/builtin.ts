/** The types of Node's built-in modules, by their names without `node:`. */
interface Builtins {
  readonly async_hooks: typeof import('node:async_hooks')
  readonly buffer: typeof import('node:buffer')
  readonly crypto: typeof import('node:crypto')
  readonly diagnostics_channel: typeof import('node:diagnostics_channel')
  readonly events: typeof import('node:events')
  readonly http: typeof import('node:http')
  readonly https: typeof import('node:https')
  readonly net: typeof import('node:net')
  readonly fs: typeof import('node:fs')
  readonly os: typeof import('node:os')
  readonly path: typeof import('node:path')
  readonly timers: typeof import('node:timers')
  readonly url: typeof import('node:url')
  readonly util: typeof import('node:util')
  readonly vm: typeof import('node:vm')
  readonly zlib: typeof import('node:zlib')
}

/**
 * Loads a built-in module of Node, or returns undefined in other environments. It calls `process.getBuiltinModule` because an
 * import would fail in a bundle for browsers, and because Jest's jsdom environment resolves imports as a browser does but still
 * needs the file system.
 */
export function builtin<Name extends keyof Builtins>(name: Name): Builtins[Name] | undefined {
  const found: unknown = globalThis.process?.getBuiltinModule?.(`node:${name}`)
  return found as Builtins[Name] | undefined
}

/**
 * Like `builtin`, for code that only runs in Node: elsewhere it returns an empty module, so that destructuring it at import time
 * does not throw.
 */
export function nodeBuiltin<Name extends keyof Builtins>(name: Name): Builtins[Name] {
  return builtin(name) ?? ({} as Builtins[Name])
}
