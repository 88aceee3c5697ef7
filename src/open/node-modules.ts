import { checkFaults } from '../faults/check-faults.ts'
import { startClock } from '../scope/session-clock.ts'
import { createRedactor } from '../secret/redactor.ts'
import { createHealing } from '../session/healing.ts'
import { loadCassette, prepareRecording } from '../session/load-cassette.ts'
import type { SessionModules } from '../session/session-modules.ts'

/** The parts of a session in Node. The steps of a recording and the diagnosis are loaded later: most runs need neither. */
export const sessionModules: SessionModules = {
  loadCassette,
  prepareRecording,
  startClock,
  createRedactor,
  loadEchoes: async () => (await import('../session/claim-echo.ts')).claimEcho,
  async planFaults(faults, cassette) {
    return new (await import('../faults/fault-plan.ts')).FaultPlan(faults, cassette)
  },
  checkFaults,
  loadDiagnosis: async () => (await import('../diagnostics/diagnose.ts')).diagnose,
  loadRecordingSteps: () => import('./node-recording-steps.ts'),
  createHealing,
}
