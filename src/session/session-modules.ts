import type { diagnose } from '../diagnostics/diagnose.ts'
import type * as recordingSteps from '../record/file-recording-steps.ts'
import type { RedactOptions } from '../secret/redact-options.ts'
import type { Redactor } from '../secret/redactor.ts'
import type { loadCassette, prepareRecording } from './load-cassette.ts'

/** The parts of a session that are loaded later or not at all: in Node, those of recording and of a mismatch; in a page, most of them. */
export interface SessionModules {
  readonly loadCassette: typeof loadCassette
  readonly prepareRecording: typeof prepareRecording
  readonly createRedactor: (options: RedactOptions | undefined) => Redactor | Promise<Redactor>
  readonly loadDiagnosis: () => Promise<typeof diagnose>
  readonly loadRecordingSteps: () => Promise<typeof recordingSteps>
}
