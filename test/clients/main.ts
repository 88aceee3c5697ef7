import { fileURLToPath } from 'node:url'
import { addressOf } from './address-of.ts'
import { otherClients } from './clients.ts'

// npm run test:clients: tests to which address each client sends its requests with the variables of `msw-cassette serve`.

const here = fileURLToPath(new URL('.', import.meta.url))
const rows = []
for (const client of otherClients) {
  const { via, url } = await addressOf(client, here)
  const isRight = via === (client.variable ? 'server' : 'network') && url === client.url
  rows.push({ client: client.name, reads: client.variable ?? '-', via, url, result: isRight ? 'ok' : 'wrong' })
}
console.table(rows)
if (rows.some(({ result }) => result === 'wrong')) process.exitCode = 1
