import { activeInterceptors } from '../platform/active-interceptors.ts'
import { builtin } from '../platform/builtin.ts'
import { globalSlot } from '../platform/global-slot.ts'
import { runAsOwnRequest } from './own-requests.ts'

/** The platform's `fetch` as it was when the first copy of this library was imported. */
interface PlatformFetch {
  /** Undefined if a polyfill is installed later. */
  readonly fetch: typeof globalThis.fetch | undefined
  /** The interceptor of MSW that had replaced it by then. */
  readonly interceptor: object | undefined
}

// Taken once, because the global `fetch` can be replaced later: by session.fetch itself, a stub, a spy or a tracer.
const slot = globalSlot<PlatformFetch>('platform-fetch/1')
const platform = slot.getOrCreate(() => ({ fetch: globalThis.fetch, interceptor: activeInterceptor() }))

/**
 * MSW 3 intercepts the sockets of a request that was sent in the context of an intercepted `fetch`, and a resolver runs in that
 * context. Nothing is intercepted in the context of this import.
 */
const runOutside = builtin('async_hooks')?.AsyncLocalStorage.snapshot?.() ?? ((send: () => Promise<Response>) => send())

/** Calls the platform's `fetch`. */
export function platformFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { fetch = globalThis.fetch } = platform
  return runOutside(() => runAsOwnRequest(() => fetch(input, init)))
}

/**
 * Detects whether MSW intercepts `platformFetch`. It does if it had replaced `fetch` before this library was imported, as long as
 * the same interceptor is active, and in a page if a service worker is active.
 */
export function isIntercepted(): boolean {
  if (isInPage()) return true
  return platform.interceptor !== undefined && platform.interceptor === activeInterceptor()
}

/** Tells whether a service worker receives the requests of this page. */
export function isInPage(): boolean {
  return Boolean(globalThis.navigator?.serviceWorker?.controller)
}

function activeInterceptor(): object | undefined {
  const { major, source } = activeInterceptors()
  // MSW 3 intercepts Node's sockets, and Bun and Deno have others.
  return major === 3 && ('Bun' in globalThis || 'Deno' in globalThis) ? undefined : source
}
