import { type Interaction, sampleOf } from '../cassette.ts'
import { globalSlot } from '../platform/global-slot.ts'
import type { Session } from '../session/session.ts'
import { relativePath } from './cassette-usage.ts'

/** The use of one cassette by all tests of a process. */
interface SharedUse {
  readonly unplayed: Set<number>
  readonly lines: Map<number, number | undefined>
  recorded: number
}

const slot = globalSlot<Map<string, SharedUse>>('judged-at-exit/1')

/**
 * Judges the unplayed interactions of a cassette that several tests can share, when the process ends: for node:test, which runs
 * each test file in a process and has no report at the end of a run. Unplayed interactions make the process fail.
 *
 * @param session the session of a test that passed
 */
export function judgeAtExit(session: Session): void {
  if ((session.options.onUnplayed ?? 'error') !== 'error') return
  const uses = slot.getOrCreate(listenForExit)
  const { interactions } = session.cassette
  const known = uses.get(session.path)
  const use = known ?? { unplayed: findFirstSamples(interactions), lines: new Map(), recorded: 0 }
  use.recorded += session.recorded.length
  for (const [index, count] of session.plays.entries()) if (count > 0) use.unplayed.delete(index)
  for (const [index, { line }] of interactions.entries()) use.lines.set(index, line)
  uses.set(session.path, use)
}

/** The further samples are for `test.samples` of Vitest. */
function findFirstSamples(interactions: readonly Interaction[]): Set<number> {
  return new Set(interactions.flatMap((interaction, index) => (sampleOf(interaction) === 0 ? [index] : [])))
}

function listenForExit(): Map<string, SharedUse> {
  const uses = new Map<string, SharedUse>()
  process.once('exit', () => {
    for (const [path, use] of uses) judge(path, use)
  })
  return uses
}

/** A cassette that this process has recorded has other interactions now. */
function judge(path: string, { unplayed, lines, recorded }: SharedUse): void {
  if (recorded > 0 || unplayed.size === 0) return
  const list = [...unplayed].map((index) => `  #${index}${lines.get(index) ? ` on line ${lines.get(index)}` : ''}`)
  console.error(
    `[msw-cassette] ${unplayed.size} of ${lines.size} interactions of ${relativePath(path)} were never requested by the tests of ` +
      `this process:\n${list.join('\n')}\nRemove them, or allow them: { onUnplayed: 'ignore' }.`,
  )
  process.exitCode = 1
}
