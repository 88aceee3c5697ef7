/** Node's own function is written in JavaScript; that of Bun and Deno is native. */
const SOURCE = /^(?:async )?function fetch\((?:input, init = undefined\) \{|\) \{\s*\[native code\])/

/** Tells whether a `fetch` is that of the platform, and not a polyfill, a stub or that of an emulated page. */
export function isPlatformFetch(fetch: unknown): boolean {
  return typeof fetch === 'function' && SOURCE.test(Function.prototype.toString.call(fetch))
}
