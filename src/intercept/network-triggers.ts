import { builtin } from '../platform/builtin.ts'
import { Replacement } from './replacement.ts'
import { targetOf } from './target-of.ts'

type Callable = (...args: unknown[]) => unknown

/** Called before a client is used; the URL is undefined if it is not known yet. */
type OnUse = (url: string | undefined) => void

/** By owner and name. */
const replacements = new Map<string, Replacement<Callable>>()
let onUse: OnUse = () => {}

/**
 * The members through which clients other than `fetch` reach the network, and which MSW replaces: the functions of `node:http` and
 * `node:https`, and the global `WebSocket` and `XMLHttpRequest`.
 */
export const networkTriggers = {
  /** Replaces them by functions that call `onUse` first. */
  install(callback: OnUse): void {
    onUse = callback
    for (const [owner, name, protocol] of listMembers()) {
      const key = protocol + name
      // The next emulated page of this process has classes of its own.
      if (replacements.get(key)?.fits) continue
      replacements.set(key, new Replacement(owner, name, (replacement) => createTrigger(replacement, protocol)))
    }
    change('install')
  },
  /** See `Replacement`. */
  withdraw: (): void => change('withdraw'),
  settle: (): void => change('settle'),
  restore: (): void => change('restore'),
}

function change(method: 'install' | 'withdraw' | 'settle' | 'restore'): void {
  for (const replacement of replacements.values()) replacement[method]()
  // Modules that import a function of a built-in module by its name get the new one, too.
  builtin('module')?.syncBuiltinESMExports()
}

function listMembers(): (readonly [owner: object, name: string, protocol: string])[] {
  const [http, https] = [builtin('http'), builtin('https')]
  return [
    ...(http ? ['request', 'get', 'ClientRequest'].map((name) => [http, name, 'http:'] as const) : []),
    ...(https ? ['request', 'get'].map((name) => [https, name, 'https:'] as const) : []),
    ...['WebSocket', 'XMLHttpRequest'].flatMap((name) => (name in globalThis ? [[globalThis, name, ''] as const] : [])),
  ]
}

/** A proxy, so that everything else about a function or a class stays as it is. */
function createTrigger(replacement: Replacement<Callable>, protocol: string): Callable {
  const use = (args: unknown[]): Callable => {
    if (!replacement.successor) onUse(targetOf(args, protocol))
    return replacement.successor ?? replacement.original
  }
  const trigger: Callable = new Proxy(replacement.original, {
    apply: (_, self, args) => Reflect.apply(use(args), self, args),
    construct(_, args, newTarget) {
      const target = use(args)
      return Reflect.construct(target, args, newTarget === trigger ? target : newTarget)
    },
  })
  return trigger
}
