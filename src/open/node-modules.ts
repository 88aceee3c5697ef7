import * as recordingSteps from '../record/recording-steps.ts'
import { saveRecordings } from '../record/save-recordings.ts'
import { markRecorded } from '../runner/recorded-files.ts'
import { createRedactor } from '../secret/redactor.ts'
import { loadCassette, prepareRecording } from '../session/load-cassette.ts'
import type { SessionModules } from '../session/session-modules.ts'

/** All parts of a session, loaded from the start, except for the diagnosis: most runs have no mismatch. */
export const sessionModules: SessionModules = {
  loadCassette,
  prepareRecording,
  saveRecordings(recordings) {
    const text = saveRecordings(recordings)
    markRecorded(recordings.file)
    return text
  },
  createRedactor,
  loadDiagnosis: async () => (await import('../diagnostics/diagnose.ts')).diagnose,
  loadRecordingSteps: () => recordingSteps,
}
