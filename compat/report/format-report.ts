import type { Client } from '../client.ts'
import {
  CHANGED,
  CHANGED_STREAM,
  LEAVE_COLLECTED,
  LEAVE_RECORDING,
  LEAVE_REPLAY,
  RETRY,
  type Result,
} from '../trial/trial.ts'
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

const columns = ['plain', 'stream', APART, 'tool', RETRY, LEAVE_RECORDING, LEAVE_REPLAY, LEAVE_COLLECTED] as const
/** The checks of the table of changed requests. */
const changes: readonly string[] = [CHANGED, CHANGED_STREAM]

/**
 * Formats the results of all clients.
 *
 * @param minutes the time of the run
 */
export function formatReport(reports: readonly ClientReport[], minutes: number): Report {
  const reasons = [...new Set(reports.flatMap(({ client, verdicts }) => reasonsOf(verdicts, client)))]
  const all = reports.flatMap(({ verdicts }) => verdicts)
  const passed = `${count(all)} of ${all.length} checks of ${reports.length} clients`
  const place = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, MSW ${readVersion('msw')} and ${readVersion('msw2')}`
  return {
    summary: `${passed} pass (${place}); the others are faults of a client or of MSW 2, which [notes](docs/clients.md#notes) explain.`,
    tables: [
      `${place}: ${passed} pass, in ${minutes.toFixed(0)} minutes.`,
      formatMain(reports, reasons),
      '### Other calls',
      formatOthers(reports, reasons),
      '### A changed request',
      formatChanged(reports, reasons),
      '### Notes',
      reasons.map((reason, index) => `${index + 1}. ${reason}`).join('\n'),
    ].join('\n\n'),
  }
}

function formatMain(reports: readonly ClientReport[], reasons: readonly string[]): string {
  const rows = reports.map(({ client, verdicts }) => {
    const cells = columns.map((column) => verdicts.filter(({ check }) => check === column))
    const notes = formatNotes(reasonsOf(cells.flat(), client), reasons)
    const version = readVersion(client.package ?? client.name)
    return [client.name, version, ...cells.map((cell) => formatCell(client, cell)), notes]
  })
  return formatTable(['client', 'version', ...columns, 'notes'], rows)
}

function formatOthers(reports: readonly ClientReport[], reasons: readonly string[]): string {
  const rows = reports.flatMap(({ client, verdicts }) => {
    const others = Map.groupBy(
      verdicts.filter(({ check }) => !changes.includes(check) && !columns.some((column) => column === check)),
      ({ check }) => check,
    )
    return [...others].map(([check, list]) => [
      client.name,
      check,
      formatCell(client, list),
      formatNotes(reasonsOf(list), reasons),
    ])
  })
  return formatTable(['client', 'call', 'routes', 'notes'], rows)
}

function formatChanged(reports: readonly ClientReport[], reasons: readonly string[]): string {
  const rows = reports.flatMap(({ client, verdicts, replayed }) => {
    const changed = replayed.filter(({ trial }) => changes.includes(trial))
    if (changed.length === 0) return []
    const requests = Math.max(...changed.map(({ mismatches }) => mismatches))
    const seconds = Math.max(...changed.map(({ milliseconds }) => milliseconds)) / 1000
    const notes = reasonsOf(verdicts.filter(({ check }) => changes.includes(check)))
    const places = changes.map((change) => formatPlaces(changed.filter(({ trial }) => trial === change)))
    return [[client.name, String(requests), seconds.toFixed(1), ...places, formatNotes(notes, reasons)]]
  })
  return formatTable(['client', 'requests', 'seconds', 'text in the error', 'of a stream', 'notes'], rows)
}

function formatPlaces(changed: readonly Result[]): string {
  return [...new Set(changed.map(({ text }) => (text === 'field' ? 'a field' : text)))].join(', ')
}

function formatCell({ escapes }: Client, verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return ''
  const passed = `${count(verdicts)}/${verdicts.length}`
  return escapes ? `refused ${passed}` : passed
}

function count(verdicts: readonly Verdict[]): number {
  return verdicts.filter(({ problem }) => problem === undefined).length
}

/** The faults of failed checks and, if the client is given, the options that it needs. */
function reasonsOf(verdicts: readonly Verdict[], client?: Client): string[] {
  const failed = verdicts.filter(({ problem }) => problem !== undefined)
  return [
    ...(client?.needs ? [client.needs.reason] : []),
    ...failed.flatMap((verdict) => explain(verdict)?.reason ?? []),
  ]
}

/** The numbers of reasons below the tables. */
function formatNotes(reasons: readonly string[], all: readonly string[]): string {
  return [...new Set(reasons)].map((reason) => all.indexOf(reason) + 1).join(', ')
}

function formatTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
