import type { Mismatch } from '../diagnostics/mismatch.ts'
import { escapeControlCharacters } from './escape-control-characters.ts'

/**
 * What every error of this library has in common: a literal `code` to switch on, its facts as fields, and a message that no
 * terminal acts on, whatever the names and the cassettes hold of which it tells.
 */
export abstract class CassetteError extends Error {
  abstract readonly code: string

  constructor(message: string, options?: ErrorOptions) {
    super(escapeControlCharacters(message), options)
  }
}

/** The cassette is not there. Record it, or correct the path. */
export class CassetteNotFoundError extends CassetteError {
  override readonly name = 'CassetteNotFoundError'
  readonly code = 'cassette_not_found'
  /** The path that was tried, absolute. */
  readonly file: string

  constructor(file: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.file = file
  }
}

/** The cassette is there, but the file system will not give it: a folder, a permission, a platform without files. */
export class CassetteUnreadableError extends CassetteError {
  override readonly name = 'CassetteUnreadableError'
  readonly code = 'cassette_unreadable'
  /** The path that was tried, absolute where the platform has absolute paths. */
  readonly file: string

  constructor(file: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.file = file
  }
}

/** A place in a cassette file. */
export interface Location {
  /** The file, as the caller spelled it; `<text>` for a cassette given as text. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  /** Counted from 1, in UTF-16 units. */
  readonly column: number
}

/** The file is not a sound cassette: a syntax error, a wrong type, a value out of range, a file cut short. */
export class CassetteParseError extends CassetteError {
  override readonly name = 'CassetteParseError'
  readonly code = 'cassette_invalid'
  readonly file: string
  readonly line: number
  readonly column: number

  constructor(location: Location, message: string, options?: ErrorOptions) {
    super(message, options)
    this.file = location.file
    this.line = location.line
    this.column = location.column
  }
}

/** The file is readable, but holds no format that this library reads. */
export class CassetteFormatError extends CassetteError {
  override readonly name = 'CassetteFormatError'
  readonly code = 'cassette_format'
  readonly file: string
  readonly line: number
  readonly column: number
  /** What the file seems to be, such as `go-vcr version 1`; undefined where its shape is unknown. */
  readonly found: string | undefined

  constructor(location: Location, found: string | undefined, message: string) {
    super(message)
    this.file = location.file
    this.line = location.line
    this.column = location.column
    this.found = found
  }
}

/** An option is unknown or has a value that it can't have. */
export class CassetteOptionError extends CassetteError {
  override readonly name = 'CassetteOptionError'
  readonly code = 'cassette_option'
  /** The option's path, such as `match.ignoreBody[0]`. */
  readonly option: string

  constructor(option: string, message: string) {
    super(message)
    this.option = option
  }
}

/** A request that no open cassette holds. Everything the message says is also in the fields of `Mismatch`. */
export class CassetteMismatchError extends CassetteError {
  override readonly name = 'CassetteMismatchError'
  readonly code = 'cassette_mismatch'
  readonly reason: Mismatch['reason']
  readonly request: Mismatch['request']
  readonly cassettes: Mismatch['cassettes']
  readonly nearest: Mismatch['nearest']
  readonly differences: Mismatch['differences']
  readonly advice: Mismatch['advice']
  /** The nearest recorded request; with `actual`, what test runners print a diff of. Absent where nothing differs. */
  readonly expected?: unknown
  /** The received request, in the shape of `expected`. */
  readonly actual?: unknown

  constructor(mismatch: Mismatch, message: string) {
    super(message)
    this.reason = mismatch.reason
    this.request = mismatch.request
    this.cassettes = mismatch.cassettes
    this.nearest = mismatch.nearest
    this.differences = mismatch.differences
    this.advice = mismatch.advice
    if (mismatch.comparison) {
      this.expected = mismatch.comparison.recorded
      this.actual = mismatch.comparison.received
    }
  }
}

/** The session ended while recorded interactions had never been asked for, and `onUnplayed` is `'error'`. */
export class CassetteUnplayedError extends CassetteError {
  override readonly name = 'CassetteUnplayedError'
  readonly code = 'cassette_unplayed'
  readonly file: string
  /** How many interactions were not played. */
  readonly unplayed: number

  constructor(file: string, unplayed: number, message: string) {
    super(message)
    this.file = file
    this.unplayed = unplayed
  }
}

/** The cassette can't be written: a permission, a full disk, a path that leads out of the project, a text that can't be added to. */
export class CassetteSaveError extends CassetteError {
  override readonly name = 'CassetteSaveError'
  readonly code = 'cassette_save'
  /** The path that was to be written, absolute. */
  readonly file: string

  constructor(file: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.file = file
  }
}

/** What was recorded holds something that looks like a credential, and was not saved. */
export class CassetteSecretError extends CassetteError {
  override readonly name = 'CassetteSecretError'
  readonly code = 'cassette_secret'
  readonly file: string
  /** Where and what kind, never the secret itself. */
  readonly findings: readonly SecretFinding[]

  constructor(file: string, findings: readonly SecretFinding[], message: string) {
    super(message)
    this.file = file
    this.findings = findings
  }
}

/** A place in a recorded interaction that looks like a credential. */
export interface SecretFinding {
  /** Such as `#0 response.body`. */
  readonly place: string
  /** Such as `an OpenAI key` or `the value of OPENAI_API_KEY`. */
  readonly kind: string
}

/** Interactions are older than `expires` allows, and `onExpired` is `'error'`. */
export class CassetteExpiredError extends CassetteError {
  override readonly name = 'CassetteExpiredError'
  readonly code = 'cassette_expired'
  readonly file: string
  /** When the oldest interaction was recorded. */
  readonly recordedAt: Date

  constructor(file: string, recordedAt: Date, message: string) {
    super(message)
    this.file = file
    this.recordedAt = recordedAt
  }
}

/** A session was used after it was closed, or before anything could answer for it; or no handler answers a request. */
export class CassetteSessionError extends CassetteError {
  override readonly name = 'CassetteSessionError'
  readonly code = 'cassette_session'
}
