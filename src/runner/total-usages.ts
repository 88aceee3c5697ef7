import { resolve } from 'node:path'
import type { Interaction } from '../cassette.ts'
import { parseOwnBytes } from '../format/parse-cassette.ts'
import { totalCalls } from '../llm/total-calls.ts'
import { readCassetteFile } from '../storage/cassette-file.ts'
import { addTotals, type Calls, type CallTotals } from './call-totals.ts'
import type { CassetteUsage } from './cassette-usage.ts'

/**
 * Totals the calls that a cassette answered. It reads the file again.
 *
 * @param file the path of the cassette
 * @param usages how tests used it
 */
export async function totalUsages(file: string, usages: readonly CassetteUsage[]): Promise<CallTotals> {
  const calls = usages.reduce((sum, usage) => sum + usage.calls, 0)
  const interactions = readInteractions(file)
  const total = (waiting: CassetteUsage['waiting']): Promise<CallTotals> =>
    totalCalls(countCalls(usages, waiting, interactions))
  const totals = [await total('skipped'), { ...(await total('replayed')), waiting: 0 }]
  // Some of them can be missing in the file.
  return { ...addTotals(totals), calls }
}

function countCalls(
  usages: readonly CassetteUsage[],
  waiting: CassetteUsage['waiting'],
  interactions: readonly Interaction[],
): Calls[] {
  const counts = new Map<number, number>()
  for (const { played, counts: own, waiting: each } of usages) {
    if (each !== waiting) continue
    for (const [at, index] of played.entries()) counts.set(index, (counts.get(index) ?? 0) + (own[at] ?? 0))
  }
  return [...counts].flatMap(([index, count]) => {
    const interaction = interactions[index]
    return interaction ? [{ interaction, count }] : []
  })
}

/** The interactions of a file. A cassette that is in memory, or that a test has removed, has none. */
function readInteractions(file: string): readonly Interaction[] {
  try {
    const bytes = readCassetteFile(resolve(file))
    return bytes ? parseOwnBytes(bytes, file).interactions : []
  } catch {
    return []
  }
}
