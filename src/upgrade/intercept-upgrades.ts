import type { ClientRequest } from 'node:http'
import type { Duplex } from 'node:stream'
import { markAnswered } from '../escape/answered-upgrades.ts'
import { sessionsFor } from '../escape/escape-watch.ts'
import { isOwnRequest } from '../http/own-requests.ts'
import { builtin } from '../platform/builtin.ts'
import { globalSlot } from '../platform/global-slot.ts'
import type { Session } from '../session/session.ts'
import { watchUpgrade } from './stranded-upgrades.ts'
import { toUpgradeCall, type UpgradeCall } from './upgrade-options.ts'

/** The functions `request` and `get` of `node:http` and `node:https`. */
type SendRequest = (this: unknown, ...args: unknown[]) => ClientRequest

type HttpModule = Record<'request' | 'get', SendRequest>

/** A function of a module. */
interface Member {
  readonly module: HttpModule
  /** Version 7 of the package `ws` calls `get`. */
  readonly name: keyof HttpModule
  /** The protocol of a URL that has none, such as `https:`. */
  readonly protocol: string
  /** As Node has it: a server of MSW 2 overrides the connection of all requests that its own functions send. */
  readonly send: SendRequest
}

/** Decides about WebSockets that no session covers: why it is refused, the sessions that answer it, or undefined to let it pass. */
type UpgradeGuard = (url: string) => Error | readonly Session[] | undefined

const guard = globalSlot<UpgradeGuard>('upgrade-guard/1')

/**
 * The mark of a function that this library put in the place of one of a module. A proxy of MSW 2 shows the mark of the function
 * behind it, so the mark contains its function.
 */
const MARK = Symbol.for('msw-cassette/replaced-request/1')
type Marked = SendRequest & { readonly [MARK]?: { readonly self: SendRequest; readonly replaced: SendRequest } }

/** Not at import: a session that answers through its own `fetch` needs none of them, and `node:https` takes a third of the time to import this library. */
let members: readonly Member[] | undefined

/**
 * Answers the WebSockets of a session that are opened with `http.request` or `http.get`, as the package `ws` opens them. MSW opens a
 * connection for them that carries no frames.
 *
 * @param session a session that answers through MSW
 */
export function interceptUpgrades(session: Session): void {
  if (session.closing.aborted) return
  intercepted.add(session)
  replaceRequests()
  const end = (): void => {
    intercepted.delete(session)
    restoreUnused()
  }
  session.closing.addEventListener('abort', end, { once: true })
}

/** The open sessions that need the replacements. A runner's setup needs them, too, as long as MSW is active. */
const intercepted = new Set<Session>()

function isNeeded(): boolean {
  return intercepted.size > 0 || guard.get() !== undefined
}

/** Lets a function decide about WebSockets that no session covers, until it is called without an argument. */
export function guardUpgrades(decide?: UpgradeGuard): void {
  guard.set(decide)
  if (decide) replaceRequests()
  else restoreUnused()
}

/** Replaces the functions again, if a server of MSW that has started or was closed has replaced them. */
export function keepUpgrades(): void {
  if (isNeeded()) replaceRequests()
}

/** Runs a function that replaces the functions of Node itself: it sees those that this module has replaced. */
export function withoutUpgrades(change: () => void): void {
  restoreRequests()
  change()
  keepUpgrades()
}

/** Takes the functions of Node as they are, before a server of MSW 2 replaces them. */
export function rememberRequests(): readonly Member[] {
  members ??= listMembers()
  return members
}

function listMembers(): Member[] {
  return (['http', 'https'] as const).flatMap((protocol) => {
    const module = builtin(protocol) as unknown as HttpModule | undefined
    if (!module) return []
    return (['request', 'get'] as const).map((name) => ({
      module,
      name,
      protocol: `${protocol}:`,
      send: unwrap(module[name]),
    }))
  })
}

function replaceRequests(): void {
  for (const member of rememberRequests()) if (!isReplaced(member)) replaceRequest(member)
}

/** Not the function: MSW 2 assigns it again, without the accessor, when a server is closed after the last session. */
function isReplaced({ module, name }: Member): boolean {
  const { get } = Object.getOwnPropertyDescriptor(module, name) ?? {}
  return get !== undefined && accessors.has(get)
}

/** The accessors of this module, and the functions that they return. */
const accessors = new WeakSet<() => unknown>()
const replacements = new WeakSet<SendRequest>()

/** Defines an accessor, because a server of MSW 2 that starts or is closed later assigns to this property. */
function replaceRequest(member: Member): void {
  const known = new WeakMap<SendRequest, SendRequest>()
  const toReplacement = (next: SendRequest): SendRequest => {
    if (replacements.has(next)) return next
    const created = known.get(next) ?? createReplacement(next, member)
    known.set(next, created)
    return created
  }
  let current = unwrap(member.module[member.name])
  const get = (): SendRequest => toReplacement(current)
  accessors.add(get)
  Object.defineProperty(member.module, member.name, {
    configurable: true,
    enumerable: true,
    get,
    set(request: SendRequest) {
      current = request
    },
  })
}

/** A runner can evaluate this module once for each test file, and the files share the modules of Node. */
function unwrap(request: Marked): SendRequest {
  const { [MARK]: mark } = request
  return mark?.self === request ? unwrap(mark.replaced) : request
}

function createReplacement(next: SendRequest, { send, protocol }: Member): SendRequest {
  const request: SendRequest = function (...args) {
    const call = toUpgradeCall(args, protocol)
    if (!call) return next.apply(this, args)
    if (isOwnRequest()) return send.apply(this, args)
    const sessions = sessionsFor({ method: 'GET', url: call.url })
    const answer = sessions.length > 0 ? sessions : guard.get()?.(call.url)
    if (answer) return sendToSessions(call, send, answer)
    const sent = next.apply(this, args)
    watchUpgrade(call.url, sent, (found) => sendToSessions(call, send, found))
    return sent
  }
  replacements.add(request)
  return Object.assign(request, { [MARK]: { self: request, replaced: next } })
}

/** Sends a request that opens a WebSocket to this library instead of the network. */
function sendToSessions(call: UpgradeCall, send: SendRequest, answer: Error | readonly Session[]): ClientRequest {
  const createConnection = (_options: unknown, onConnect: (error: unknown, socket?: Duplex) => void): void =>
    void connect(call, answer).then((socket) => onConnect(null, socket), onConnect)
  const request = send({ ...call.options, agent: undefined, createConnection }, call.callback)
  markAnswered(request)
  return request
}

/** Most sessions open no WebSocket. */
async function connect(call: UpgradeCall, answer: Error | readonly Session[]): Promise<Duplex> {
  if (answer instanceof Error) throw answer
  const { connectToSessions } = await import('./connect-to-sessions.ts')
  return connectToSessions(call, answer)
}

function restoreUnused(): void {
  if (!isNeeded()) restoreRequests()
}

function restoreRequests(): void {
  for (const member of members ?? []) {
    if (!isReplaced(member)) continue
    const { module, name } = member
    Object.defineProperty(module, name, {
      configurable: true,
      enumerable: true,
      writable: true,
      value: unwrap(module[name]),
    })
  }
}
