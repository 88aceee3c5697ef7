import { CassetteOptionError } from '../errors/errors.ts'

/** A dispatcher of undici, which Node's `fetch` accepts as an option. */
export interface Dispatcher {
  /** Ends its connections when their exchanges have ended. */
  close(): Promise<void>
}

/** The options of an agent of `node:https` that concern TLS. Undici has the same ones. */
const TLS_OPTIONS = [
  ...[
    'ca',
    'cert',
    'checkServerIdentity',
    'ciphers',
    'crl',
    'ecdhCurve',
    'key',
    'maxVersion',
    'minVersion',
    'passphrase',
  ],
  ...['pfx', 'rejectUnauthorized', 'secureContext', 'secureOptions', 'secureProtocol', 'servername', 'sigalgs'],
]

/**
 * Creates a dispatcher that connects with the TLS options of an agent of `node:https`, such as `ca`. Clients that were written
 * for node-fetch pass an agent; `fetch` itself ignores it.
 *
 * @param agent the option `agent`
 * @returns undefined if the agent has no TLS options
 * @throws CassetteOptionError for an agent that has its own way to connect
 */
export function toDispatcher(agent: unknown): Dispatcher | undefined {
  if (typeof agent !== 'object' || agent === null) refuseAgent(`a ${typeof agent}`)
  const { options } = agent as { readonly options?: object }
  if (isProxy(agent)) refuseAgent(`a ${agent.constructor.name}`)
  const given = Object.entries(options ?? {}).filter(([name, value]) => TLS_OPTIONS.includes(name) && value != null)
  if (given.length === 0) return undefined
  const connect = Object.fromEntries(given)
  return createDispatcher({ connect }) ?? refuseAgent(`an agent with ${Object.keys(connect).join(', ')}`)
}

/** Selects the options of `node:http` that decide how a client connects: its agent, which can be a proxy, and those of TLS. */
export function connectionOptions(options: object): object {
  const names = ['agent', ...TLS_OPTIONS]
  return Object.fromEntries(Object.entries(options).filter(([name, value]) => names.includes(name) && value != null))
}

/** Creates a dispatcher without connections, like the default one. Returns undefined if the default one was replaced. */
export function createDefaultDispatcher(): Dispatcher | undefined {
  const current = globalDispatcher()
  const key = Object.getOwnPropertySymbols(current ?? {}).find(({ description }) => description === 'options')
  const options: object = (key && current?.[key]) || { unknown: true }
  const isDefault = Object.values(options).every((value) => value === undefined || value === Number.POSITIVE_INFINITY)
  return isDefault ? createDispatcher({}) : undefined
}

/** Agents of packages such as https-proxy-agent, hpagent and tunnel. */
function isProxy(agent: object): boolean {
  return ['connect', 'proxy', 'proxyOptions'].some((name) => (agent as Record<string, unknown>)[name] != null)
}

function refuseAgent(found: string): never {
  throw new CassetteOptionError(
    'agent',
    `The option "agent" of session.fetch is ${found}. The real request is sent with the platform's fetch, which can't use it. ` +
      'Pass the option "dispatcher" instead, in Node: a ProxyAgent, or an Agent with { connect: { ca } }, of the package undici.',
  )
}

interface GlobalDispatcher {
  readonly constructor: { readonly name: string; new (options: object): Dispatcher }
  readonly [key: symbol]: object | undefined
}

/** Undici is a part of Node that can't be imported. Its default dispatcher gives the class. */
function createDispatcher(options: { readonly connect?: object }): Dispatcher | undefined {
  const Agent = globalDispatcher()?.constructor
  return Agent?.name === 'Agent' ? new Agent(options) : undefined
}

function globalDispatcher(): GlobalDispatcher | undefined {
  return (globalThis as Record<symbol, unknown>)[Symbol.for('undici.globalDispatcher.1')] as
    | GlobalDispatcher
    | undefined
}
