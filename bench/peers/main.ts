import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeSection } from '../report/write-section.ts'
import { median } from '../run/median.ts'
import { copyLibrary } from '../suite/copy-library.ts'
import { type Contestant, prepareContestant } from './contestant.ts'
import { measureRounds } from './measure-rounds.ts'
import { isPeerName, peers } from './peers.ts'
import { type PeerResult, toPeersSection } from './peers-section.ts'
import { toNotes } from './to-notes.ts'
import { toRow } from './to-row.ts'
import { versions } from './versions.ts'

// npm run bench:peers [rounds] [names]: each round measures every library in turn, each measurement in a fresh process. With names
// from peers.ts, separated by commas, it measures only those libraries and the baseline.

const BASE = 'hand-written'
const here = fileURLToPath(new URL('.', import.meta.url))
const rounds = Number(process.argv[2] ?? 5)
const selected = process.argv[3]?.split(',') ?? Object.keys(peers)
const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-peers-'))
copyLibrary(here)

const contestants: Contestant[] = []
for (const name of Object.keys(peers).filter(isPeerName))
  if (name === BASE || selected.includes(name)) contestants.push(await prepareContestant(name, join(folder, name)))

const results = await measureRounds(contestants, rounds)

const measured: PeerResult[] = []
for (const { name, probe } of contestants) {
  const ratios = results.rounds.map((round) => [round[name] ?? {}, round[BASE] ?? {}] as const)
  measured.push({ name, rounds: ratios, probe: await probe() })
}
rmSync(folder, { recursive: true })

console.table(
  measured.map(({ name, rounds: ratios }) => {
    const { title, through } = peers[name]
    return { '': title, through, ...toRow(ratios) }
  }),
)
const notes = measured.flatMap(({ name, probe }) => toNotes(peers[name], probe))
writeSection('peers', toPeersSection(measured, versions(here)))
const times = Object.keys(results.rounds[0]?.[BASE] ?? {}).filter((measure) => measure !== 'reads')
const ms = (measure: string): string =>
  median(results.rounds.map((round) => round[BASE]?.[measure] ?? Number.NaN)).toPrecision(3)
console.log(
  `Ratios to the first row, medians of ${rounds} rounds. The first row in ms: ${times.map((name) => `${name}: ${ms(name)}`).join('; ')}.`,
)
console.log([...notes, `Versions: ${versions(here)}.`].join('\n'))
for (const { name, message } of results.failures)
  console.log(`${peers[name].title} (${peers[name].through}) failed: ${message}`)
if (results.failures.length > 0) process.exitCode = 1
