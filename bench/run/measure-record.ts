import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openCassette } from 'msw-cassette'
import { events } from '../data/exchange.ts'
import { median } from './median.ts'
import type { Outcome, RecordTask } from './task.ts'

const WARM_UP = 50
const MEASURED = 50

/** Measures the time to record an exchange and to save it, in ms: the median, after the exchanges that precede it. */
export async function measureRecord({ cassette, before }: RecordTask): Promise<Outcome> {
  const server = createServer((_request, response) => response.end(BODY)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const record = async (file: string, counts: { before: number; measured: number }): Promise<number[]> => {
    const session = openCassette(file, { mode: 'record', hosts: [host] })
    const times: number[] = []
    for (let request = 0; request < counts.before + counts.measured; request++) {
      const start = performance.now()
      await (await session.fetch(`http://${host}/${request}`)).text()
      await session.save()
      times.push(performance.now() - start)
    }
    await session.close()
    return times.slice(counts.before)
  }
  await record(`${cassette}.warm-up.yaml`, { before: 0, measured: WARM_UP })
  const times = await record(cassette, { before, measured: MEASURED })
  return { amount: median(times), reads: before + times.length }
}

const BODY = events(40).join('')
