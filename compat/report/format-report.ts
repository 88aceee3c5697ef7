import type { Client } from '../client.ts'
import { CHANGED, LEAVE_RECORDING, LEAVE_REPLAY, RETRY, type Result } from '../trial/trial.ts'
import { APART, type Verdict } from './judge.ts'
import { explain } from './known-faults.ts'
import { readVersion } from './read-version.ts'

/** The results of one client. */
export interface ClientReport {
  readonly client: Client
  readonly verdicts: readonly Verdict[]
  /** The results of its replays. */
  readonly replayed: readonly Result[]
}

/** The texts that a full run writes. */
export interface Report {
  readonly tables: string
  readonly summary: string
}

const columns = ['plain', 'stream', APART, 'tool', RETRY, LEAVE_RECORDING, LEAVE_REPLAY] as const

/**
 * Formats the results of all clients.
 *
 * @param minutes the time of the run
 */
export function formatReport(reports: readonly ClientReport[], minutes: number): Report {
  const reasons = [...new Set(reports.flatMap(reasonsOf))]
  const all = reports.flatMap(({ verdicts }) => verdicts)
  const passed = `${count(all)} of ${all.length} checks of ${reports.length} clients`
  const place = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, MSW ${readVersion('msw')} and ${readVersion('msw2')}`
  return {
    summary: `${passed} pass (${place}); the others are faults of a client or of MSW 2, which [notes](docs/clients.md#notes) explain.`,
    tables: [
      `${place}: ${passed} pass, in ${minutes.toFixed(0)} minutes.`,
      formatMain(reports, reasons),
      '### Other calls',
      formatOthers(reports),
      '### A changed request',
      formatChanged(reports),
      '### Notes',
      reasons.map((reason, index) => `${index + 1}. ${reason}`).join('\n'),
    ].join('\n\n'),
  }
}

function formatMain(reports: readonly ClientReport[], reasons: readonly string[]): string {
  const rows = reports.map((report) => {
    const { client, verdicts } = report
    const notes = [...new Set(reasonsOf(report))].map((reason) => reasons.indexOf(reason) + 1)
    const cellOf = (column: string) =>
      formatCell(
        client,
        verdicts.filter(({ check }) => check === column),
      )
    return [client.name, readVersion(client.package ?? client.name), ...columns.map(cellOf), notes.join(', ')]
  })
  return formatTable(['client', 'version', ...columns, 'notes'], rows)
}

function formatOthers(reports: readonly ClientReport[]): string {
  const rows = reports.flatMap(({ client, verdicts }) => {
    const others = Map.groupBy(
      verdicts.filter(({ check }) => check !== CHANGED && !columns.some((column) => column === check)),
      ({ check }) => check,
    )
    return [...others].map(([check, list]) => [client.name, check, formatCell(client, list)])
  })
  return formatTable(['client', 'call', 'routes'], rows)
}

function formatChanged(reports: readonly ClientReport[]): string {
  const rows = reports.flatMap(({ client, replayed }) => {
    const changed = replayed.filter(({ trial }) => trial === CHANGED)
    if (changed.length === 0) return []
    const requests = Math.max(...changed.map(({ mismatches }) => mismatches))
    const seconds = Math.max(...changed.map(({ milliseconds }) => milliseconds)) / 1000
    const places = [...new Set(changed.map(({ text }) => (text === 'field' ? 'a field' : text)))]
    return [[client.name, String(requests), seconds.toFixed(1), places.join(', ')]]
  })
  return formatTable(['client', 'requests', 'seconds', 'text in the error'], rows)
}

function formatCell({ escapes }: Client, verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return ''
  const passed = `${count(verdicts)}/${verdicts.length}`
  return escapes ? `refused ${passed}` : passed
}

function count(verdicts: readonly Verdict[]): number {
  return verdicts.filter(({ problem }) => problem === undefined).length
}

/** The options that a client needs, and the faults of its failed checks. */
function reasonsOf({ client, verdicts }: ClientReport): string[] {
  const failed = verdicts.filter(({ problem }) => problem !== undefined)
  return [
    ...(client.needs ? [client.needs.reason] : []),
    ...failed.flatMap((verdict) => explain(verdict)?.reason ?? []),
  ]
}

function formatTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
