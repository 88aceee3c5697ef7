import { type Mode } from '../options/mode.ts';
import { type CassetteSource, type IfMissing, type LoadedCassette } from './cassette-source.ts';
/**
 * Loads a cassette, synchronously and completely. A file that the mode does not need is not read.
 *
 * @param source see `CassetteSource`
 * @param mode the session's mode
 * @param ifMissing how to handle a missing cassette
 * @throws CassetteNotFoundError, CassetteUnreadableError, CassetteParseError, CassetteFormatError, CassetteOptionError
 */
export declare function loadCassette(source: CassetteSource, mode: Mode, ifMissing: IfMissing): LoadedCassette;
/**
 * Checks, before the first request reaches the network, that a recording can be saved.
 *
 * @throws CassetteSaveError
 */
export declare function prepareRecording(source: CassetteSource, { file, cassette, presence }: LoadedCassette): void;
