import type { Interaction } from '../cassette.ts'
import type { WriterOptions } from '../record/cassette-writer.ts'
import { Saver } from '../record/saver.ts'
import { markRecorded } from '../runner/recorded-files.ts'

export * from '../record/recording-steps.ts'
export { announceSamples } from '../samples/announce-samples.ts'

/** Saves a list of recordings, and remembers that this test run has recorded their file. */
export function createSaver(list: readonly Interaction[], options: WriterOptions): Saver {
  return new Saver(list, options, () => markRecorded(options.file))
}
