import { toTable } from '../report/to-table.ts'
import { median } from '../run/median.ts'
import type { Amounts } from './contestant.ts'
import { type PeerName, peers } from './peers.ts'
import type { Probe } from './task.ts'
import { toRow, toSpreads } from './to-row.ts'

/** A library's results. */
export interface PeerResult {
  readonly name: PeerName
  /** For each round, the values of the library and of the baseline. */
  readonly rounds: readonly (readonly [Amounts, Amounts])[]
  readonly probe: Probe
}

/** Writes the section of `docs/speed.md` about other libraries: the ratios, what each library does for them, and which are ahead. */
export function toPeersSection(results: readonly PeerResult[], versions: string): string[] {
  return [
    ...toTable(results.map(({ name, rounds }) => ({ ...labels(name), ...withoutReads(toSpreads(rounds)) }))),
    '',
    'How each library behaves:',
    '',
    ...toTable(results.map((result) => ({ ...labels(result.name), ...toBehaviour(result) }))),
    '',
    'The libraries that need less time, by their medians:',
    '',
    ...toLeaders(results, 'cassette'),
    ...toLeaders(results, 'session-fetch'),
    '',
    `Versions: ${versions}.`,
  ]
}

function labels(name: PeerName): Record<string, string> {
  return { '': peers[name].title, through: peers[name].through }
}

function withoutReads({ reads: _, ...others }: Record<string, string>): Record<string, string> {
  return others
}

function toBehaviour({ rounds, probe: { content, unknown } }: PeerResult): Record<string, string> {
  const reads = median(rounds.map(([values]) => values.reads ?? Number.NaN))
  return {
    'keeps 500 events apart': reads >= 500 ? 'yes' : `no, ${reads} ${reads === 1 ? 'read' : 'reads'}`,
    'replays the recorded bytes': content === 'same' ? 'yes' : 'no',
    'compares bodies': unknown === 'answered' ? 'no' : 'yes',
    'refuses other requests':
      unknown === 'network' ? 'no, sends them' : unknown === 'refused' ? 'yes' : 'no, answers them',
  }
}

/** The measures in which another library needs less time. The stub and the hand-written handler record nothing. */
function toLeaders(results: readonly PeerResult[], ours: PeerName): string[] {
  const ratios = results.map(({ name, rounds }) => ({ name, row: toRow(rounds) }))
  const own = ratios.find(({ name }) => name === ours)?.row
  const others = ratios.filter(
    ({ name }) => !['cassette', 'cassette-msw-2', 'session-fetch', 'stub', 'hand-written'].includes(name),
  )
  return Object.entries(own ?? {}).flatMap(([measure, ratio]) => {
    if (measure === 'reads') return []
    const ahead = others.filter(({ row }) => (row[measure] ?? ratio) < ratio)
    const list = ahead.map(({ name, row }) => `${peers[name].title} ${row[measure]}`).join(', ')
    const { title, through } = peers[ours]
    return ahead.length > 0 ? [`- than ${title} (${through}, ${ratio}) for “${measure}”: ${list}`] : []
  })
}
