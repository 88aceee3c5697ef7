import { markRecorded } from '../runner/recorded-files.ts'
import { createRedactor } from '../secret/redactor.ts'
import { loadCassette, prepareRecording } from '../session/load-cassette.ts'
import type { SessionModules } from '../session/session-modules.ts'

/** The parts of a session in Node. Everything that a replay needs is loaded from the start, the recorder and the diagnosis on demand. */
export const sessionModules: SessionModules = {
  loadCassette,
  prepareRecording,
  createRedactor,
  loadDiagnosis: async () => (await import('../diagnostics/diagnose.ts')).diagnose,
  async loadRecordingSteps() {
    const { saveRecordings, ...steps } = await import('../record/file-recording-steps.ts')
    return {
      ...steps,
      saveRecordings(recordings) {
        const text = saveRecordings(recordings)
        markRecorded(recordings.file)
        return text
      },
    }
  },
}
