/** The names of modules, as `node:` has them, and what they are. */
interface Builtins {
  readonly async_hooks: typeof import('node:async_hooks')
  readonly buffer: typeof import('node:buffer')
  readonly crypto: typeof import('node:crypto')
  readonly events: typeof import('node:events')
  readonly fs: typeof import('node:fs')
  readonly os: typeof import('node:os')
  readonly path: typeof import('node:path')
  readonly url: typeof import('node:url')
  readonly zlib: typeof import('node:zlib')
}

/**
 * A module of Node's own; undefined where there is none. Asked of the process and not imported: a bundler for browsers would
 * stumble over an import, and a test environment that passes for a browser, as jsdom does in Jest, would be left without files.
 */
export function builtin<Name extends keyof Builtins>(name: Name): Builtins[Name] | undefined {
  const found: unknown = globalThis.process?.getBuiltinModule?.(`node:${name}`)
  return found as Builtins[Name] | undefined
}

/** The same for what is only called in Node: elsewhere a module that has nothing. */
export function nodeBuiltin<Name extends keyof Builtins>(name: Name): Builtins[Name] {
  return builtin(name) ?? ({} as Builtins[Name])
}
