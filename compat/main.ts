import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClientModule, loadClients, modules } from './load-clients.ts'
import { type ClientReport, formatReport } from './report/format-report.ts'
import { judge } from './report/judge.ts'
import { explain, knownFaults } from './report/known-faults.ts'
import { writeDocuments } from './report/write-documents.ts'
import { runModule } from './run-module.ts'

// npm run test:compat: records with each client in one process, and replays in another, on each route. Writes the tables in
// docs/clients.md and the summary in the README, and fails at a fault that report/known-faults.ts does not explain.
// Arguments select modules of clients/; the documents are then not written.

/** Each has two processes at a time, which mostly wait. */
const CONCURRENCY = 3

const begin = performance.now()
const selected = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'compat-'))
const pending = modules.filter((module) => selected.length === 0 || selected.includes(module))
const reported = new Map<ClientModule, readonly ClientReport[]>()
await Promise.all(Array.from({ length: CONCURRENCY }, runQueue))
// They end in any order.
const reports = modules.flatMap((module) => reported.get(module) ?? [])
rmSync(folder, { recursive: true })

const verdicts = reports.flatMap((report) => report.verdicts)
const failures = verdicts.filter(({ problem }) => problem !== undefined)
const unexplained = failures.filter((verdict) => !explain(verdict))
for (const { client, route, check, problem } of unexplained)
  console.error(`${client}, ${route}, ${check}\n  ${problem?.slice(0, 1000)}`)
const seen = new Set(failures.map(explain))
const stale = selected.length > 0 ? [] : knownFaults.filter((fault) => !seen.has(fault) && !fault.occurs)
for (const { client, check } of stale) console.error(`${client}, ${check}: this known fault no longer occurs.`)

const minutes = (performance.now() - begin) / 60_000
console.log(`${verdicts.length} checks in ${minutes.toFixed(1)} minutes, ${unexplained.length} unexplained failures`)
if (unexplained.length > 0 || stale.length > 0) process.exitCode = 1
else if (selected.length > 0) console.log('The documents are unchanged, because this is not a full run.')
else writeDocuments(formatReport(reports, minutes))
// Clients keep connections and timers.
process.exit()

async function runQueue(): Promise<void> {
  for (let module = pending.shift(); module; module = pending.shift()) {
    const clients = await loadClients(module)
    const { recorded, replayed } = await runModule(module, folder)
    const list = clients.map((client) => ({
      client,
      verdicts: judge(client, { recorded, replayed }),
      replayed: replayed.filter((each) => each.client === client.name),
    }))
    reported.set(module, list)
    for (const { client, verdicts } of list) {
      const failed = verdicts.filter(({ problem }) => problem !== undefined).length
      console.log(`${client.name}: ${verdicts.length - failed} of ${verdicts.length}`)
    }
  }
}
