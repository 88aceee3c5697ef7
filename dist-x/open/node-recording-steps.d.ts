import type { Interaction } from '../cassette.ts';
import type { WriterOptions } from '../record/cassette-writer.ts';
import { Saver } from '../record/saver.ts';
export * from '../record/recording-steps.ts';
/** Saves a list of recordings, and remembers that this test run has recorded their file. */
export declare function createSaver(list: readonly Interaction[], options: WriterOptions): Saver;
