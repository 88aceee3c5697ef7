import { relative } from 'node:path'
import { count } from '../diagnostics/count.ts'
import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import type { CallTotals } from './call-totals.ts'
import type { ObsoleteItems, UnplayedInteractions } from './find-obsolete.ts'
import { formatDollars } from './format-dollars.ts'
import type { CassetteReport, CassetteState, RunReport } from './run-report.ts'

/** How obsolete cassettes are handled. As with snapshots, they are removed with `-u`, an error in CI, and otherwise listed. */
export type ObsoletePolicy = 'remove' | 'list' | 'fail'

/**
 * Formats the report for the end of a run.
 *
 * @param report how the run used its cassettes
 * @param policy how obsolete cassettes were handled
 * @returns the lines; empty if no test used a cassette and nothing is obsolete
 */
export function formatRunReport(report: RunReport, policy: ObsoletePolicy): string[] {
  const { obsolete } = report
  const lines = [
    ...summarizeRun(report),
    ...report.cassettes.flatMap(({ healed }) => healed ?? []),
    ...report.cassettes.flatMap(sampleLines),
    ...obsoleteLines(obsolete, policy),
    ...(policy === 'list' ? unplayedLines(obsolete) : []),
  ]
  return lines.map((line, index) => `${index === 0 ? '  Cassettes  ' : '             '}${line}`)
}

/** Summarizes a run, such as `12 replayed` and `14 calls not made, 3,180 tokens and $0.04 not paid for`; empty without cassettes. */
export function summarizeRun({ cassettes, saved }: RunReport): string[] {
  const states = STATES.flatMap((state) => {
    const { length } = cassettes.filter((cassette) => cassette.state === state)
    return length > 0 ? [`${length} ${state}`] : []
  })
  return [states.join(', '), describeSaved(saved)].filter((part) => part !== '')
}

const STATES: readonly CassetteState[] = ['replayed', 'recorded', 'updated', 'healed']

function describeSaved({ calls, tokens, cost, unpriced, waiting }: CallTotals): string {
  if (calls === 0) return ''
  const seconds = Math.round(waiting / 1000)
  const unknown = cost !== undefined && unpriced > 0 ? ` (${count(unpriced, 'call')} of unknown cost)` : ''
  const unpaid = [
    ...(tokens > 0 ? [`${tokens.toLocaleString('en')} token${tokens === 1 ? '' : 's'}`] : []),
    ...(cost === undefined ? [] : [formatDollars(cost) + unknown]),
  ]
  return [
    `${count(calls, 'call')} not made`,
    ...(unpaid.length > 0 ? [`${unpaid.join(' and ')} not paid for`] : []),
    ...(seconds > 0 ? [`${seconds.toLocaleString('en')} s of recorded waiting saved`] : []),
  ].join(', ')
}

function sampleLines({ file, samples = [] }: CassetteReport): string[] {
  return samples.flatMap(({ passed, total, failures }) => [
    escapeControlCharacters(`samples of ${file}: ${passed} of ${total} passed`),
    ...failures.map(toItem),
  ])
}

function obsoleteLines({ files, interactions }: ObsoleteItems, policy: ObsoletePolicy): string[] {
  // Without -u, unplayed interactions that are an error have lines of their own.
  const listed = interactions.filter(({ severity }) => policy !== 'list' || severity === 'ignore')
  const items = [...files.map((file) => relative('.', file)), ...listed.map(formatInteractions)]
  if (items.length === 0) return []
  const advice = { remove: 'removed', list: 'remove with -u', fail: 'an error in CI; remove with -u and commit' }
  return [`${items.length} obsolete, ${advice[policy]}:`, ...items.map(toItem)]
}

function unplayedLines({ interactions }: ObsoleteItems): string[] {
  const items = interactions.filter(({ severity }) => severity === 'error').map(formatInteractions)
  if (items.length === 0) return []
  const advice = "Remove them with -u, or allow them: { onUnplayed: 'ignore' }."
  return [`An error: no test requested these recorded interactions. ${advice}`, ...items.map(toItem)]
}

function formatInteractions({ file, indexes }: UnplayedInteractions): string {
  return `${relative('.', file)} ${indexes.map((index) => `#${index}`).join(' ')}`
}

function toItem(line: string): string {
  return `  ${escapeControlCharacters(line)}`
}
