import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Exchange } from './exchanges/exchange.ts'
import type { Outcome, Outcomes } from './outcome.ts'

/** Another library that records and replays cassettes. */
export interface Peer {
  /** As in the table, such as `go-vcr 4`. */
  readonly name: string
  /** The format of its files, if this library writes it. */
  readonly format: 'go-vcr-2' | 'vcrpy' | 'read-only'
  readonly extension: '.yaml' | '.yml'
  /** Finds or builds its driver. */
  prepare(folder: string): Driver | Skipped
}

/** A program that sends exchanges through the library, see `drivers/`. */
export interface Driver {
  /** Such as `4.2.1`. */
  readonly version: string
  readonly command: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

/** The library can't be run here. */
export interface Skipped {
  readonly skipped: string
}

export type Mode = 'record' | 'replay' | 'append'

/** Sends exchanges through a peer. */
export async function runPeer({
  driver: { command, env },
  mode,
  file,
  origin,
  exchanges,
}: {
  driver: Driver
  mode: Mode
  file: string
  origin: string
  exchanges: readonly Exchange[]
}): Promise<Outcomes> {
  const input = join(tmpdir(), `msw-cassette-exchanges-${process.pid}.json`)
  writeFileSync(input, JSON.stringify(exchanges.map(toDriverInput)))
  const [program = '', ...args] = command
  const child = spawn(program, [...args, mode, file, origin, input], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(child, 'close')
  const [output, errors] = await Promise.all([readText(child.stdout), readText(child.stderr)])
  const [code] = await closed
  rmSync(input)
  if (code !== 0) throw new Error(`${program} failed to ${mode} ${file}:\n${errors}`)
  return new Map(output.split('\n').filter(Boolean).map(readOutcome))
}

function toDriverInput({ id, method, path, requestHeaders, requestBody }: Exchange): object {
  return { id, method, path, headers: requestHeaders, body: Buffer.from(requestBody).toString('base64') }
}

async function readText(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

/** A line of a driver's output. Headers and the body are base64. */
interface Line {
  readonly id: string
  readonly error?: string
  readonly status: number
  readonly reason: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

function readOutcome(text: string): [string, Outcome] {
  const { id, error, status, reason, headers, body }: Line = JSON.parse(text)
  if (error) return [id, { error }]
  const pairs = headers.map(([name, value]) => [fromBase64(name), fromBase64(value)] as const)
  return [id, { status, reason, headers: pairs, body: Buffer.from(body ?? '', 'base64') }]
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1')
}
