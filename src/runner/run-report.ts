import { addTotals, type CallTotals } from './call-totals.ts'
import type { CassetteUsage, SampleResults } from './cassette-usage.ts'
import type { ObsoleteItems, TestRecord } from './find-obsolete.ts'

/** How a run used a cassette. */
export type CassetteState = 'replayed' | 'recorded' | 'updated' | 'healed'

/** How a run used its cassettes: the content of the JSON report. Its members are described in `docs/runners.md`. */
export interface RunReport {
  readonly version: 1
  readonly cassettes: readonly CassetteReport[]
  /** All calls that were not made. */
  readonly saved: CallTotals
  /** The number of interactions that were recorded. */
  readonly recorded: number
  readonly obsolete: ObsoleteItems
}

/** How a run used one cassette. */
export interface CassetteReport {
  /** Relative to the working directory, with slashes. */
  readonly file: string
  readonly state: CassetteState
  /** The number of interactions that were recorded. */
  readonly recorded: number
  /** How it was healed, one line for each test; absent if it was not. */
  readonly healed?: readonly string[]
  /** How the tests that ran for all samples ended; absent if there are none. */
  readonly samples?: readonly SampleResults[]
  /** The calls that it answered. */
  readonly saved: CallTotals
}

/**
 * Collects how a run used its cassettes. It reads the played cassettes again, in the process that reports: workers then spend no time
 * on it.
 *
 * @param tests the tests of the run
 * @param obsolete the cassettes and interactions that no test needs
 */
export async function createRunReport(tests: readonly TestRecord[], obsolete: ObsoleteItems): Promise<RunReport> {
  const cassettes: CassetteReport[] = []
  // One after another: only one cassette is in memory.
  for (const { usages, ...cassette } of groupUsages(tests)) {
    cassettes.push({ ...cassette, saved: await totalUsages(cassette.file, usages) })
  }
  return toReport(cassettes, obsolete)
}

/** Collects the same without tokens, costs and waiting, for a process that ends and can wait for nothing. */
export function createBriefReport(tests: readonly TestRecord[]): RunReport {
  const cassettes = groupUsages(tests).map(({ usages, ...cassette }) => ({ ...cassette, saved: countCalls(usages) }))
  return toReport(cassettes, { files: [], interactions: [] })
}

function toReport(cassettes: readonly CassetteReport[], obsolete: ObsoleteItems): RunReport {
  return {
    version: 1,
    cassettes,
    saved: addTotals(cassettes.map(({ saved }) => saved)),
    recorded: cassettes.reduce((sum, { recorded }) => sum + recorded, 0),
    obsolete,
  }
}

/** A cassette of a run, with its usages. */
type UsedCassette = Omit<CassetteReport, 'saved'> & { readonly usages: readonly CassetteUsage[] }

function groupUsages(tests: readonly TestRecord[]): UsedCassette[] {
  const byFile = new Map<string, CassetteUsage[]>()
  for (const usage of tests.flatMap(({ usages }) => usages)) {
    const known = byFile.get(usage.file)
    if (known) known.push(usage)
    else byFile.set(usage.file, [usage])
  }
  return [...byFile].flatMap(([file, usages]) => {
    const state = stateOf(usages)
    const recorded = usages.reduce((sum, usage) => sum + usage.recorded, 0)
    const healed = usages.flatMap((usage) => usage.healed ?? [])
    const samples = usages.flatMap((usage) => usage.samples ?? [])
    const details = { ...(healed.length > 0 && { healed }), ...(samples.length > 0 && { samples }) }
    return state ? [{ file, state, recorded, ...details, usages }] : []
  })
}

/** A cassette that a test recorded stays recorded if a later test replays it. */
function stateOf(usages: readonly CassetteUsage[]): CassetteState | undefined {
  if (usages.some(({ healed }) => healed !== undefined)) return 'healed'
  const recordings = usages.filter(({ recorded }) => recorded > 0)
  if (recordings.some(({ before }) => before === 'missing')) return 'recorded'
  if (recordings.length > 0) return 'updated'
  return usages.some(({ calls }) => calls > 0) ? 'replayed' : undefined
}

function countCalls(usages: readonly CassetteUsage[]): CallTotals {
  return { ...addTotals([]), calls: usages.reduce((sum, { calls }) => sum + calls, 0) }
}

async function totalUsages(file: string, usages: readonly CassetteUsage[]): Promise<CallTotals> {
  if (usages.every(({ calls }) => calls === 0)) return addTotals([])
  // Only now: the readers of formats and protocols are large, and many runs use no cassette.
  const module = await import('./total-usages.ts')
  return module.totalUsages(file, usages)
}
