import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Route } from '../client.ts'
import { routes as allRoutes } from '../client.ts'
import { type ClientModule, loadClients } from '../load-clients.ts'
import { startProvider } from '../provider/start-provider.ts'
import { takeOverHosts } from '../provider/take-over-hosts.ts'
import { runTrial } from './run-trial.ts'
import { type Phase, type Result, replayOnly, trialsOf } from './trial.ts'

// node trial/main.ts PHASE MODULE FOLDER ROUTE…: runs all trials of the clients of one module, and writes their results.

const [phase, module, folder, ...routes] = process.argv.slice(2) as [Phase, ClientModule, string, ...Route[]]
mkdirSync(folder, { recursive: true })
const origins = join(folder, 'origin.txt')
const provider = phase === 'record' ? await startProvider() : undefined
const origin = provider?.origin ?? readFileSync(origins, 'utf8')
if (provider) writeFileSync(origins, origin)

const clients = await loadClients(module)
if (clients.some((client) => client.origin)) await takeOverHosts(provider)
const results: Result[] = []
for (const client of clients)
  for (const route of routes)
    if ((client.routes ?? allRoutes).includes(route))
      for (const trial of trialsOf(client)) {
        if (phase === 'record' && replayOnly.includes(trial.name)) continue
        const file = join(folder, route, toFileName(client.name), `${toFileName(trial.cassette ?? trial.name)}.yaml`)
        // A client whose requests are refused records nothing, and neither does a call that failed.
        if (phase === 'replay' && !existsSync(file)) continue
        results.push(await runTrial(trial, { client, route, phase, file, origin, provider }))
      }
writeFileSync(join(folder, `${phase}.json`), JSON.stringify(results, null, 2))
provider?.close()
// Clients keep connections and timers.
process.exit()

function toFileName(name: string): string {
  return name.replaceAll(/\W+/g, '-')
}
