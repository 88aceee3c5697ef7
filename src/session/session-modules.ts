import type { diagnose } from '../diagnostics/diagnose.ts'
import type * as recordingSteps from '../record/recording-steps.ts'
import type { saveRecordings } from '../record/save-recordings.ts'
import type { RedactOptions } from '../secret/redact-options.ts'
import type { Redactor } from '../secret/redactor.ts'
import type { loadCassette, prepareRecording } from './load-cassette.ts'

/** The parts of a session that a page loads later or not at all. In Node all of them but the diagnosis are there from the start. */
export interface SessionModules {
  readonly loadCassette: typeof loadCassette
  readonly prepareRecording: typeof prepareRecording
  readonly createRedactor: (options: RedactOptions | undefined) => Redactor | Promise<Redactor>
  readonly saveRecordings: typeof saveRecordings
  readonly loadDiagnosis: () => typeof diagnose | Promise<typeof diagnose>
  readonly loadRecordingSteps: () => typeof recordingSteps | Promise<typeof recordingSteps>
}
