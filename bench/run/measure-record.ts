import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CassetteSession, openCassette } from 'msw-cassette'
import { events } from '../data/exchange.ts'
import { median } from './median.ts'
import type { Outcome, RecordTask } from './task.ts'

/** How many recordings are under way simultaneously while a cassette is filled. */
const BATCH = 50
const MEASURED = 50

/**
 * Measures the time to record an exchange and to save it, in ms: the median, after the exchanges that precede it. A process that
 * has recorded a thousand is faster, so the baseline records them too, but into another cassette.
 */
export async function measureRecord({ cassette, before, into }: RecordTask): Promise<Outcome> {
  const server = createServer((_request, response) => response.end(BODY)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const session = openCassette(cassette, { mode: 'record', hosts: [host] })
  const filled =
    into === 'the same cassette' ? session : openCassette(`${cassette}.other.yaml`, { mode: 'record', hosts: [host] })
  const record = async (to: CassetteSession, path: string | number): Promise<void> => {
    await (await to.fetch(`http://${host}/${path}`)).text()
    await to.save()
  }
  for (let count = 0; count < before; count += BATCH) {
    await Promise.all(Array.from({ length: BATCH }, (_, index) => record(filled, count + index)))
  }
  const times: number[] = []
  for (let count = 0; count < MEASURED; count++) {
    const start = performance.now()
    await record(session, `measured-${count}`)
    times.push(performance.now() - start)
  }
  await Promise.all([session.close(), filled.close()])
  return { amount: median(times), reads: session.recorded.length }
}

const BODY = events(40).join('')
