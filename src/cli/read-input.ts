import type { Cassette } from '../cassette.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { CassetteError, CassetteFormatError } from '../errors/errors.ts'
import { parseOwnBytes } from '../format/parse-cassette.ts'
import { readCassetteFile } from '../storage/cassette-file.ts'
import type { Failure } from './command.ts'
import type { Input } from './find-inputs.ts'

/**
 * Reads a cassette that `findInputs` has found.
 *
 * @throws any error: pass it to `toFailure`
 */
export function readInput({ file, path }: Pick<Input, 'file' | 'path'>): Cassette {
  const bytes = readCassetteFile(file)
  if (!bytes) throw new Error('there is no such file')
  return parseOwnBytes(bytes, path)
}

/**
 * Tells whether a file is no cassette at all, such as a configuration in the same folder. A file that the user named is always meant to
 * be one.
 *
 * @param error why it could not be read
 * @param paths as the user spelled them
 */
export function isOtherFile(error: unknown, { path }: Pick<Input, 'path'>, paths: readonly string[]): boolean {
  return error instanceof CassetteFormatError && error.found === undefined && !paths.includes(path)
}

/**
 * Describes that folders and globs contain only other files. A command that skips all of them would otherwise be silent.
 *
 * @param paths as the user spelled them
 */
export function noCassette(paths: readonly string[]): Failure {
  const path = paths.join(', ')
  return { path, message: `Failed to find a cassette in ${path}: none of the files there is one.` }
}

/**
 * Describes why a command failed for one file. Any error is reported, so that the command continues with the other files.
 *
 * @param verb the work of the command, such as `convert`
 */
export function toFailure(error: unknown, { path }: Pick<Input, 'path'>, verb: string): Failure {
  if (error instanceof CassetteError) return { path, code: error.code, message: error.message }
  return { path, message: `Failed to ${verb} ${path}: ${describeCause(error)}.` }
}
