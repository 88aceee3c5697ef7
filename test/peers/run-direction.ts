import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CassetteSaveError,
  CassetteSecretError,
  parseCassette,
  stringifyCassette,
  type WritableFormat,
} from 'msw-cassette'
import { buildConversation } from '../build-conversation.ts'
import { compareRequest, compareResponse } from './compare.ts'
import { control, type Direction, type Side } from './directions.ts'
import type { ExchangeServer } from './exchange-server.ts'
import type { Exchange } from './exchanges/exchange.ts'
import type { Outcomes } from './outcome.ts'
import { type Driver, type Mode, type Peer, runPeer } from './peer.ts'
import { runOurs } from './run-ours.ts'

/** How an exchange got through a direction. */
export interface Finding {
  readonly exchange: Exchange
  readonly result: 'equal' | 'different' | 'not recordable'
  /** The differences of its recording, or else of its request in the file and of its replay. */
  readonly differences: readonly string[]
}

/** Everything that the directions of a peer share. */
export interface Context {
  readonly peer: Peer
  readonly driver: Driver
  readonly server: ExchangeServer
  /** The folder of the cassettes. */
  readonly folder: string
}

/** The result of one direction. */
export interface DirectionFindings {
  readonly findings: readonly Finding[]
  /** Why this library refused to save a cassette. Each half of its exchanges then got a cassette of its own. */
  readonly refusals: readonly string[]
}

/**
 * Records, appends and replays exchanges, and compares each replay with the response of the server. If a whole cassette can't
 * be written or read, each half of the exchanges gets a cassette of its own, down to a single exchange.
 */
export async function runDirection(
  context: Context,
  direction: Direction,
  exchanges: readonly Exchange[],
): Promise<DirectionFindings> {
  try {
    return { findings: await runTogether(context, direction, exchanges), refusals: [] }
  } catch (error) {
    const [even, odd] = splitInHalves(exchanges)
    if (odd.length > 0) {
      const halves = [await runDirection(context, direction, even), await runDirection(context, direction, odd)]
      return {
        findings: halves.flatMap(({ findings }) => findings),
        refusals: [...toRefusals(error), ...halves.flatMap(({ refusals }) => refusals)],
      }
    }
    // A single exchange. The peer alone can't be wrong about its own files: it can't record this one.
    const result = direction === control ? 'not recordable' : 'different'
    return { findings: even.map((exchange) => ({ exchange, result, differences: [String(error)] })), refusals: [] }
  }
}

/** A cassette that can't be read is no refusal: go-vcr breaks some of its own files. */
function toRefusals(error: unknown): string[] {
  return error instanceof CassetteSecretError || error instanceof CassetteSaveError ? [error.message] : []
}

async function runTogether(context: Context, direction: Direction, exchanges: readonly Exchange[]): Promise<Finding[]> {
  const { recorder, appender, replayer, title } = direction
  const { peer, folder, server } = context
  const file = join(folder, `${peer.name} ${title}`.replaceAll(/\W+/g, '-') + peer.extension)
  const [first, second] = appender === undefined ? [exchanges, []] : splitInHalves(exchanges)
  rmSync(file, { force: true })
  const recordings = new Map(await run(context, recorder, 'record', file, first))
  const sent = new Set(server.answered)
  if (appender === 'here') await assertRefusal(context, file, exchanges)
  if (appender !== undefined) {
    convert(context, file, recorder, appender)
    for (const [id, outcome] of await run(context, appender, 'append', file, second)) recordings.set(id, outcome)
    for (const id of server.answered) sent.add(id)
  }
  if (recorder === 'here' && appender === undefined && replayer === 'there') addConversation(file)
  if (replayer === 'there') convert(context, file, appender ?? recorder, replayer)

  const inFile = [...first, ...second].filter(({ id }) => sent.has(id) && 'status' in (recordings.get(id) ?? {}))
  const requests = replayer === 'here' ? compareRequests(file, inFile, server.origin) : new Map<string, string[]>()
  const replays = await run(context, replayer, 'replay', file, inFile)
  if (server.answered.length > 0) throw new Error(`Requests reached the server in a replay: ${server.answered}`)
  const unequal = direction === control ? 'not recordable' : 'different'
  return exchanges.map((exchange) => {
    const unrecorded = compareResponse(exchange, recordings.get(exchange.id))
    if (unrecorded !== undefined) return { exchange, result: 'not recordable', differences: [unrecorded] }
    const difference = compareResponse(exchange, replays.get(exchange.id))
    const differences = [...(requests.get(exchange.id) ?? []), ...(difference === undefined ? [] : [difference])]
    if (differences.length === 0) return { exchange, result: 'equal', differences }
    return { exchange, result: unequal, differences }
  })
}

/** Adds a WebSocket conversation, which peers must skip: go-vcr ignores its frames, and the other formats drop it. */
function addConversation(file: string): void {
  const conversation = buildConversation({
    frames: [
      { from: 'server', at: 0, data: '{"text":"it\'s\\n"}\n\u2028' },
      { from: 'client', at: 1.5, data: Uint8Array.of(0, 255) },
    ],
    close: { from: 'client', code: 1000, reason: '' },
  })
  const text = stringifyCassette({ interactions: [conversation] })
  appendFileSync(file, text.slice(text.indexOf('- id:')))
}

async function run(
  { server, driver }: Context,
  side: Side,
  mode: Mode,
  file: string,
  exchanges: readonly Exchange[],
): Promise<Outcomes> {
  server.restart()
  const options = { mode, file, origin: server.origin, exchanges }
  const outcomes = await (side === 'here' ? runOurs(options) : runPeer({ driver, ...options }))
  const unequal = server.answered.filter((answer) => answer.includes(' '))
  if (unequal.length > 0) throw new Error(`The server received other requests: ${unequal}`)
  return outcomes
}

/** Splits the exchanges so that both halves have all kinds. Those with one path stay together, in their order. */
function splitInHalves(exchanges: readonly Exchange[]): [Exchange[], Exchange[]] {
  const paths = [...new Set(exchanges.map(({ path }) => path))]
  const even = exchanges.filter(({ path }) => paths.indexOf(path) % 2 === 0)
  return [even, exchanges.filter((exchange) => !even.includes(exchange))]
}

/** This library appends only to files of go-vcr 2. It leaves all others as they are. */
async function assertRefusal({ peer, server }: Context, file: string, exchanges: readonly Exchange[]): Promise<void> {
  if (peer.format === 'go-vcr-2') return
  const before = readFileSync(file)
  const append = runOurs({ mode: 'append', file, origin: server.origin, exchanges })
  const refusal = await append.catch((error: Error) => error)
  const refused = refusal instanceof Error && refusal.message.includes('msw-cassette convert')
  if (!refused) throw new Error(`Appending to ${file} was not refused.`, { cause: refusal })
  if (!before.equals(readFileSync(file))) throw new Error(`${file} was refused, but changed.`)
}

/** Converts the file that one side wrote to a format that the other side reads and appends to. */
function convert({ peer }: Context, file: string, writer: Side, reader: Side): void {
  if (writer === reader || peer.format === 'go-vcr-2') return
  const format: WritableFormat = reader === 'here' || peer.format === 'read-only' ? 'go-vcr-2' : peer.format
  writeFileSync(file, stringifyCassette(parseCassette(readFileSync(file)), { format }))
}

/** Compares the requests of a file, which has them in the order in which they were sent. */
function compareRequests(file: string, exchanges: readonly Exchange[], origin: string): Map<string, string[]> {
  const { interactions } = parseCassette(readFileSync(file))
  if (interactions.length !== exchanges.length) {
    throw new Error(`${file} has ${interactions.length} interactions, not ${exchanges.length}.`)
  }
  const pairs = interactions.map((interaction, index) => [interaction, exchanges[index]] as const)
  return new Map(
    pairs.flatMap(([interaction, exchange]) =>
      exchange === undefined ? [] : [[exchange.id, compareRequest(exchange, interaction, origin)]],
    ),
  )
}
