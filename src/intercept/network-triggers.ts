import { builtin } from '../platform/builtin.ts'
import { deferProperty, undeferProperties } from './defer-property.ts'
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
    for (const member of listMembers()) {
      const { owner, name } = member
      if (!deferProperty(owner, name, () => addReplacement(member).install())) addReplacement(member)
    }
    change('install')
  },
  /** See `Replacement`. */
  withdraw: (): void => change('withdraw'),
  settle: (): void => change('settle'),
  restore: (): void => change('restore'),
}

function addReplacement({ owner, name, protocol }: Member): Replacement<Callable> {
  const key = protocol + name
  const known = replacements.get(key)
  // The next emulated page of this process has classes of its own.
  if (known?.fits) return known
  const added = new Replacement<Callable>(owner, name, (replacement) => createTrigger(replacement, protocol))
  replacements.set(key, added)
  return added
}

function change(method: 'install' | 'withdraw' | 'settle' | 'restore'): void {
  if (method !== 'install') undeferProperties()
  for (const replacement of replacements.values()) replacement[method]()
}

interface Member {
  readonly owner: object
  readonly name: string
  /** The protocol of a URL that has none. */
  readonly protocol: string
}

function listMembers(): Member[] {
  const [http, https] = [builtin('http'), builtin('https')]
  const members = (owner: object | undefined, names: readonly string[], protocol: string): Member[] =>
    names.flatMap((name) => (owner && name in owner ? [{ owner, name, protocol }] : []))
  return [
    ...members(http, ['request', 'get', 'ClientRequest'], 'http:'),
    ...members(https, ['request', 'get'], 'https:'),
    ...members(globalThis, ['WebSocket', 'XMLHttpRequest'], ''),
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
