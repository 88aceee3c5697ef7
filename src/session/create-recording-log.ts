import { OnDemand } from '../platform/on-demand.ts'
import { RecordingLog, type Saving } from '../record/recording-log.ts'
import type { Redactor } from '../secret/redactor.ts'
import type { CassetteOptions } from './cassette-options.ts'
import type { LoadedCassette } from './cassette-source.ts'
import type { Healing } from './healing.ts'
import type { Samples } from './samples.ts'
import type { SessionModules } from './session-modules.ts'

/** The dependencies of a session's recordings. */
interface RecordingInit {
  readonly session: {
    readonly options: CassetteOptions
    /** Writes the file instead of the log. */
    readonly healing: Healing | undefined
    readonly samples: Samples
  }
  readonly loaded: LoadedCassette
  readonly saving: Saving
  readonly redactor: OnDemand<Redactor>
  readonly modules: SessionModules
}

/** Creates the log of a session's recordings. Its first request loads the steps of a recording. */
export function createRecordingLog({ session, loaded, saving, redactor, modules }: RecordingInit): RecordingLog {
  const { options, healing, samples } = session
  const steps = new OnDemand(() => modules.loadRecordingSteps())
  let announcement: Promise<void> | undefined
  const { allowSecrets = [], hooks, match, recordHeaders = [] } = options
  const kept = { recordHeaders, matchedHeaders: match?.headers ?? [] }
  return new RecordingLog({
    file: loaded.file,
    saving,
    async send(request, abortController, transport) {
      const loading = [steps.load(), redactor.load()].filter((part) => part !== undefined)
      if (loading.length > 0) await Promise.all(loading)
      if (samples.runs === undefined && samples.perRequest === 1)
        return steps.value.captureExchange(request, abortController, transport)
      announcement ??= steps.value.announceSamples?.(samples)
      await announcement
      return steps.value.captureSamples({ request, abortController, transport, samples })
    },
    toRecording(capture) {
      const recording = steps.value.toRecording(capture, { redactor: redactor.value, hooks, ...kept })
      return recording && steps.value.signInteraction(recording)
    },
    toPreview: (capture) => steps.value.toRecording(capture, { redactor: redactor.value, hooks: undefined, ...kept }),
    redactAgain(recording) {
      const again = redactor.value.again(recording)
      return again === recording ? recording : steps.value.signInteraction(again)
    },
    credentials: () => redactor.value.known,
    createSaver(list) {
      const { file, text: replaces } = loaded
      const credentials = () => redactor.value.known
      return file === undefined || healing
        ? undefined
        : steps.value.createSaver?.(list, { file, replaces, allowSecrets, credentials })
    },
  })
}
