import type { Interaction } from '../cassette.ts'
import type { diagnose } from '../diagnostics/diagnose.ts'
import type { Fault, FaultyCassette } from '../faults/fault.ts'
import type { FaultPlan } from '../faults/fault-plan.ts'
import type { WriterOptions } from '../record/cassette-writer.ts'
import type * as recordingSteps from '../record/recording-steps.ts'
import type { Saver } from '../record/saver.ts'
import type { RedactOptions } from '../secret/redact-options.ts'
import type { Redactor } from '../secret/redactor.ts'
import type { claimEcho } from './claim-echo.ts'
import type { Healing, HealingInit } from './healing.ts'
import type { loadCassette, prepareRecording } from './load-cassette.ts'
import type { Samples } from './samples.ts'

/** The parts of a session that are loaded later, or in a page not at all. */
export interface SessionModules {
  readonly loadCassette: typeof loadCassette
  readonly prepareRecording: typeof prepareRecording
  /** See `startClock` of `scope/`. */
  readonly startClock: (time: Date, closing: AbortSignal) => void
  readonly createRedactor: (options: RedactOptions | undefined) => Redactor | Promise<Redactor>
  /** @throws CassetteOptionError */
  readonly checkFaults: (faults: readonly Fault[], cassette: FaultyCassette) => void
  readonly planFaults: (faults: readonly Fault[], cassette: FaultyCassette) => Promise<FaultPlan>
  readonly loadDiagnosis: () => typeof diagnose | Promise<typeof diagnose>
  readonly loadRecordingSteps: () => Promise<RecordingSteps>
  readonly loadEchoes: () => Promise<typeof claimEcho>
  /** Absent in a page, which has no files to heal. Vitest's browser mode heals them in its main process. */
  readonly createHealing?: (init: HealingInit) => Healing | undefined
}

/** The steps of a recording. The first request that is recorded loads them. */
type RecordingSteps = typeof recordingSteps & {
  /** Saves a list of recordings. A page has no files. */
  readonly createSaver?: (list: readonly Interaction[], options: WriterOptions) => Saver
  /** Prints what the samples are going to cost. A page does not print it. */
  readonly announceSamples?: (samples: Samples) => Promise<void>
}
