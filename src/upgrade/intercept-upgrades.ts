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

/** A `request` of `node:http` or `node:https`. */
type SendRequest = (this: unknown, ...args: unknown[]) => ClientRequest

/** The module `node:http` or `node:https`. */
interface HttpModule {
  request: SendRequest
}

/** Decides about WebSockets that no session covers: why it is refused, the sessions that answer it, or undefined to let it pass. */
type UpgradeGuard = (url: string) => Error | readonly Session[] | undefined

const guard = globalSlot<UpgradeGuard>('upgrade-guard/1')

/**
 * The mark of a function that this library put in the place of the `request` of a module. A proxy of MSW 2 shows the mark of the function
 * behind it, so the mark contains its function.
 */
const MARK = Symbol.for('msw-cassette/replaced-request/1')
type Marked = SendRequest & { readonly [MARK]?: { readonly self: SendRequest; readonly replaced: SendRequest } }

const names = ['http', 'https'] as const
// As Node has them. A server of MSW 2 overrides the connection of all requests that its own functions send.
const pristine = names.map((name) => builtin(name) && unwrap((builtin(name) as unknown as HttpModule).request))

/**
 * Answers the WebSockets of a session that are opened with `http.request`, as the package `ws` opens them. MSW opens a connection for
 * them that carries no frames.
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

function replaceRequests(): void {
  for (const [index, name] of names.entries()) {
    const [module, send] = [builtin(name) as unknown as HttpModule | undefined, pristine[index]]
    if (module && send && !replacements.has(module.request)) replaceRequest(module, send, `${name}:`)
  }
}

const replacements = new WeakSet<SendRequest>()

/** Defines an accessor, because a server of MSW 2 that starts or is closed later assigns to this property. */
function replaceRequest(module: HttpModule, send: SendRequest, protocol: string): void {
  const known = new WeakMap<SendRequest, SendRequest>()
  const toReplacement = (next: SendRequest): SendRequest => {
    if (replacements.has(next)) return next
    const created = known.get(next) ?? createReplacement(next, send, protocol)
    known.set(next, created)
    return created
  }
  let current = unwrap(module.request)
  Object.defineProperty(module, 'request', {
    configurable: true,
    enumerable: true,
    get: () => toReplacement(current),
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

function createReplacement(next: SendRequest, send: SendRequest, protocol: string): SendRequest {
  const request: SendRequest = function (...args) {
    const call = toUpgradeCall(args, protocol)
    if (!call) return next.apply(this, args)
    if (isOwnRequest()) return send.apply(this, args)
    const sessions = sessionsFor({ method: 'GET', url: call.url })
    const answer = sessions.length > 0 ? sessions : guard.get()?.(call.url)
    if (answer) return sendToSessions(call, send, answer)
    const sent = next.apply(this, args)
    watchUpgrade(call.url, sent)
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
  for (const name of names) {
    const module = builtin(name) as unknown as HttpModule | undefined
    const { get } = Object.getOwnPropertyDescriptor(module ?? {}, 'request') ?? {}
    if (!module || !get || !replacements.has(module.request)) continue
    Object.defineProperty(module, 'request', {
      configurable: true,
      enumerable: true,
      writable: true,
      value: unwrap(module.request),
    })
  }
}
