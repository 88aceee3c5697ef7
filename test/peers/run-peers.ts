import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { control, directionsOf } from './directions.ts'
import { startExchangeServer } from './exchange-server.ts'
import type { Exchange } from './exchanges/exchange.ts'
import type { Peer } from './peer.ts'
import type { DirectionResult } from './report.ts'
import { type Context, runDirection } from './run-direction.ts'

/**
 * Runs all directions of all peers.
 *
 * @param onResult called after each direction
 * @param onSkip called for each peer that can't be run here
 */
export async function runPeers({
  peers,
  exchanges,
  onResult,
  onSkip,
}: {
  peers: readonly Peer[]
  exchanges: readonly Exchange[]
  onResult: (result: DirectionResult) => void
  onSkip: (peer: Peer, reason: string) => void
}): Promise<DirectionResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-peers-'))
  const server = await startExchangeServer(exchanges)
  const results: DirectionResult[] = []
  try {
    for (const peer of peers) {
      const driver = peer.prepare(folder)
      if ('skipped' in driver) onSkip(peer, driver.skipped)
      else results.push(...(await runPeer({ peer, driver, server, folder }, exchanges, onResult)))
    }
  } finally {
    server.close()
    rmSync(folder, { recursive: true })
  }
  return results
}

/** Exchanges that the peer alone does not get through take no part in what it writes, so that they do not break its files. */
async function runPeer(
  context: Context,
  exchanges: readonly Exchange[],
  onResult: (result: DirectionResult) => void,
): Promise<DirectionResult[]> {
  const results: DirectionResult[] = []
  let recordable = exchanges
  for (const direction of directionsOf(context.peer)) {
    const recordsThere = direction.recorder === 'there' || direction.appender === 'there'
    const { findings, refusals } = await runDirection(context, direction, recordsThere ? recordable : exchanges)
    if (direction === control) {
      recordable = findings.filter(({ result }) => result === 'equal').map(({ exchange }) => exchange)
    }
    const result = { ...context, direction, findings, refusals }
    results.push(result)
    onResult(result)
  }
  return results
}
