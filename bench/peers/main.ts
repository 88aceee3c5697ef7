import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from '../run/median.ts'
import { copyLibrary } from '../suite/copy-library.ts'
import { type Contestant, prepareContestant } from './contestant.ts'
import { measureRounds } from './measure-rounds.ts'
import { notesOn } from './notes-on.ts'
import { isPeerName, peers } from './peers.ts'
import { toRow } from './to-row.ts'
import { versions } from './versions.ts'

// npm run bench:peers [rounds] [names]: each round measures every library, by turns, each measurement in a fresh process. With names,
// as in peers.ts and with commas between, only those take part, and the first, with which all are compared.

const BASE = 'hand-written'
const here = fileURLToPath(new URL('.', import.meta.url))
const rounds = Number(process.argv[2] ?? 5)
const wanted = process.argv[3]?.split(',') ?? Object.keys(peers)
const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-peers-'))
copyLibrary(here)

const contestants: Contestant[] = []
for (const name of Object.keys(peers).filter(isPeerName))
  if (name === BASE || wanted.includes(name)) contestants.push(await prepareContestant(name, join(folder, name)))

const found = await measureRounds(contestants, rounds)

const notes: string[] = []
for (const { name, probe } of contestants) notes.push(...notesOn(peers[name], await probe()))
rmSync(folder, { recursive: true })

console.table(
  contestants.map(({ name }) => {
    const { title, through } = peers[name]
    return { '': title, through, ...toRow(found.rounds.map((round) => [round[name] ?? {}, round[BASE] ?? {}])) }
  }),
)
const times = Object.keys(found.rounds[0]?.[BASE] ?? {}).filter((measure) => measure !== 'reads')
const ms = (measure: string): string =>
  median(found.rounds.map((round) => round[BASE]?.[measure] ?? Number.NaN)).toPrecision(3)
console.log(
  `Ratios to the first row, medians of ${rounds} rounds. Its ms: ${times.map((name) => `${name}: ${ms(name)}`).join('; ')}.`,
)
console.log([...notes, `Versions: ${versions(here)}.`].join('\n'))
for (const { name, message } of found.failures)
  console.log(`${peers[name].title} (${peers[name].through}) failed: ${message}`)
if (found.failures.length > 0) process.exitCode = 1
