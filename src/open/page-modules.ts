import { CassetteOptionError } from '../errors/errors.ts'
import { loadText } from '../session/load-text.ts'
import type { SessionModules } from '../session/session-modules.ts'

/** The parts of a session in a page. Only the parts that a replay always needs are loaded from the start. */
export const sessionModules: SessionModules = {
  loadCassette: loadText,
  prepareRecording() {},
  startClock() {
    throw new CassetteOptionError('clock', 'The option "clock" needs Node.')
  },
  createRedactor: async (options) => (await import('../secret/redactor.ts')).createRedactor(options),
  loadEchoes: async () => (await import('../session/claim-echo.ts')).claimEcho,
  // The first request reports it.
  checkFaults() {},
  planFaults: async (faults, cassette) => new (await import('../faults/fault-plan.ts')).FaultPlan(faults, cassette),
  loadDiagnosis: async () => (await import('../diagnostics/diagnose.ts')).diagnose,
  // A page has no files.
  loadRecordingSteps: async () => ({ ...(await import('../record/recording-steps.ts')), saveRecordings: () => '' }),
}
