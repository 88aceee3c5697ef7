import { builtin } from '../platform/builtin.ts'

/** The names under which the releases of undici keep the dispatcher of `fetch`. */
const GLOBAL_DISPATCHERS = ['undici.globalDispatcher.1', 'undici.globalDispatcher.2']

/**
 * Makes the dispatcher of `fetch` forget its idle connections, so that the next request opens a new one. MSW 3 intercepts new
 * connections only, and one that was kept alive would carry a request to the real server. Requests that are under way are not
 * affected. Custom dispatchers, such as a proxy, keep their configuration.
 */
export function releasePooledSockets(): void {
  const seen = new Set<object>()
  for (const dispatcher of globalDispatchers()) release(dispatcher, seen)
}

let processGlobal: unknown

/** The dispatchers of the `fetch` of the process, which exist after its first request. */
export function globalDispatchers(): unknown[] {
  // In Jest's sandbox the global object is another one, and `fetch` uses that of the process.
  processGlobal ??= builtin('vm')?.runInThisContext('globalThis')
  const global = processGlobal
  if (typeof global !== 'object' || global === null) return []
  return GLOBAL_DISPATCHERS.map((name): unknown => Reflect.get(global, Symbol.for(name)))
}

/** An agent has a pool for each origin; a proxy has further agents. */
function release(dispatcher: unknown, seen: Set<object>): void {
  // The pools of a MockAgent contain its mocks.
  if (!isDispatcher(dispatcher) || seen.has(dispatcher) || dispatcher.constructor.name.startsWith('Mock')) return
  seen.add(dispatcher)
  for (const key of Object.getOwnPropertySymbols(dispatcher)) {
    const value: unknown = Reflect.get(dispatcher, key)
    if (key.description === 'clients' && isMap(value)) value.clear()
    else release(value, seen)
  }
}

function isDispatcher(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'dispatch' in value
}

/** `instanceof` fails for a map of another realm. */
function isMap(value: unknown): value is Map<unknown, unknown> {
  return Object.prototype.toString.call(value) === '[object Map]'
}
