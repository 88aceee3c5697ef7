import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCassette } from 'msw-cassette'
import { expect, onTestFinished, test } from 'vitest'
import { makeTempFolder } from '../temp-folder.ts'
import { compareRequest, compareResponse } from './compare.ts'
import { startExchangeServer } from './exchange-server.ts'
import { toExchange } from './exchanges/exchange.ts'
import { generateExchanges } from './exchanges/generated-exchanges.ts'
import { listedExchanges } from './exchanges/listed-exchanges.ts'
import { runOurs } from './run-ours.ts'

test('the exchanges for the peers are the same in each run, and have unique ids', () => {
  const exchanges = [...generateExchanges(100, 1), ...listedExchanges]
  expect(generateExchanges(100, 1)).toEqual(exchanges.slice(0, 100))
  expect(new Set(exchanges.map(({ id }) => id)).size).toBe(exchanges.length)
})

test('the exchanges for the peers are recorded and replayed byte for byte', async () => {
  // The texts are tested with the writers.
  const exchanges = listedExchanges.filter(({ id }) => !/^(text|big)-/.test(id)).map(toExchange)
  const server = await startExchangeServer(exchanges)
  onTestFinished(() => server.close())
  const { origin } = server
  const file = join(makeTempFolder(), 'exchanges.yaml')
  const recorded = await runOurs({ mode: 'record', file, origin, exchanges })
  const replayed = await runOurs({ mode: 'replay', file, origin, exchanges })
  const { interactions } = parseCassette(readFileSync(file))
  const differences = exchanges.flatMap((exchange, index) => {
    const interaction = interactions[index]
    const requests = interaction === undefined ? ['is missing'] : compareRequest(exchange, interaction, origin)
    const responses = [recorded, replayed].map((outcomes) => compareResponse(exchange, outcomes.get(exchange.id)))
    return [...requests, ...responses].flatMap((difference) =>
      difference === undefined ? [] : [`${exchange.id}: ${difference}`],
    )
  })
  expect(differences).toEqual([
    'status-429: header Retry-After: "0", not "1"',
    String.raw`cookies: header Set-Cookie: "[\"REDACTED\",\"REDACTED\"]", not "[\"a=1; Path=/\",\"b=2; Expires=Thu, 01 Jan"`,
  ])
  expect(server.answered).toHaveLength(exchanges.length)
}, 60_000)
