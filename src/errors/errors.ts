import { escapeControlCharacters } from './escape-control-characters.ts'
import { startStackAtUser } from './start-stack-at-user.ts'

/**
 * The base class of every error of this library: a literal `code` to switch on, its facts as fields, and a message without
 * control characters, so that a terminal can show it whatever the cassette contains.
 */
export abstract class CassetteError extends Error {
  abstract readonly code: string

  constructor(message: string, options?: ErrorOptions) {
    super(escapeControlCharacters(message), options)
    startStackAtUser(this, new.target)
  }
}

/** The base class of the errors that are about one cassette file. */
export abstract class CassetteFileError extends CassetteError {
  /** The absolute path; as the caller spelled it where nothing was resolved, and `<text>` for a cassette given as text. */
  readonly file: string

  constructor(file: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.file = file
  }
}

/** The cassette does not exist. Record it, or correct the path. */
export class CassetteNotFoundError extends CassetteFileError {
  override readonly name = 'CassetteNotFoundError'
  readonly code = 'cassette_not_found'
}

/** The cassette exists but can't be read: a folder, a missing permission, a platform without files. */
export class CassetteUnreadableError extends CassetteFileError {
  override readonly name = 'CassetteUnreadableError'
  readonly code = 'cassette_unreadable'
}

/** The cassette can't be written: a missing permission, a full disk, a path outside the project, a style that can't be extended. */
export class CassetteSaveError extends CassetteFileError {
  override readonly name = 'CassetteSaveError'
  readonly code = 'cassette_save'
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

/** The base class of the errors that point to a place in a cassette file. */
abstract class CassetteLocationError extends CassetteFileError {
  /** Counted from 1. */
  readonly line: number
  /** Counted from 1, in UTF-16 units. */
  readonly column: number

  constructor({ file, line, column }: Location, message: string, options?: ErrorOptions) {
    super(file, message, options)
    this.line = line
    this.column = column
  }
}

/** The file is not a valid cassette: a syntax error, a wrong type, a value out of range, a truncated file. */
export class CassetteParseError extends CassetteLocationError {
  override readonly name = 'CassetteParseError'
  readonly code = 'cassette_invalid'
}

/** The file is valid YAML or JSON, but its format is not one that this library reads. */
export class CassetteFormatError extends CassetteLocationError {
  override readonly name = 'CassetteFormatError'
  readonly code = 'cassette_format'
  /** The format that the file seems to have, such as `go-vcr version 1`; undefined if its shape is unknown. */
  readonly found: string | undefined

  constructor(location: Location, found: string | undefined, message: string) {
    super(location, message)
    this.found = found
  }
}

/** Recorded interactions were never requested, and `onUnplayed` is `'error'`. */
export class CassetteUnplayedError extends CassetteFileError {
  override readonly name = 'CassetteUnplayedError'
  readonly code = 'cassette_unplayed'
  /** The number of interactions that were not played. */
  readonly unplayed: number

  constructor(file: string, unplayed: number, message: string) {
    super(file, message)
    this.unplayed = unplayed
  }
}

/** A test requested a cassette, and neither played nor recorded anything. */
export class CassetteUnusedError extends CassetteFileError {
  override readonly name = 'CassetteUnusedError'
  readonly code = 'cassette_unused'
  /** The hosts of this machine that received requests, such as `localhost:11434`. Name them in the option `hosts` to record them. */
  readonly hosts: readonly string[]

  constructor(file: string, hosts: readonly string[], message: string) {
    super(file, message)
    this.hosts = hosts
  }
}

/**
 * A client read on after the end of a recording whose client had left before the stream ended. It is thrown into the stream,
 * and by `verify()`.
 */
export class CassetteOpenEndError extends CassetteFileError {
  override readonly name = 'CassetteOpenEndError'
  readonly code = 'cassette_open_end'
  /** The line of the interaction, counted from 1; undefined for a cassette that was created in memory. */
  readonly line: number | undefined

  constructor(file: string, line: number | undefined, message: string) {
    super(file, message)
    this.line = line
  }
}

/** A recording contains something that looks like a credential. It was not saved. */
export class CassetteSecretError extends CassetteFileError {
  override readonly name = 'CassetteSecretError'
  readonly code = 'cassette_secret'
  /** The place and the kind of each credential, never the credential itself. */
  readonly findings: readonly SecretFinding[]

  constructor(file: string, findings: readonly SecretFinding[], message: string) {
    super(file, message)
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
export class CassetteExpiredError extends CassetteFileError {
  override readonly name = 'CassetteExpiredError'
  readonly code = 'cassette_expired'
  /** The date of the oldest interaction. */
  readonly recordedAt: Date

  constructor(file: string, recordedAt: Date, message: string) {
    super(file, message)
    this.recordedAt = recordedAt
  }
}

/** A request to a host of the cassette did not go through MSW, and was refused. */
export class CassetteEscapedError extends CassetteFileError {
  override readonly name = 'CassetteEscapedError'
  readonly code = 'cassette_escaped'
  /** The client that sent it, such as `undici` or `node:http2`. */
  readonly client: string

  constructor(file: string, client: string, message: string) {
    super(file, message)
    this.client = client
  }
}

/** The code under test accepted cut answers as complete, see `sweepCuts`. */
export class CassetteCutError extends CassetteFileError {
  override readonly name = 'CassetteCutError'
  readonly code = 'cassette_cut'
  /** How many cuts were tried. */
  readonly cuts: number
  /** Each cut that was accepted, such as `request 0 ended early without an error after event 1 of 4: returned "Olá"`. */
  readonly accepted: readonly string[]

  constructor(file: string, cuts: number, accepted: readonly string[], message: string) {
    super(file, message)
    this.cuts = cuts
    this.accepted = accepted
  }
}

/** Too few samples passed, or a sample is not recorded, see `test.samples`. */
export class CassetteSamplesError extends CassetteFileError {
  override readonly name = 'CassetteSamplesError'
  readonly code = 'cassette_samples'
  /** The number of samples with which the test passed. */
  readonly passed: number
  /** The number of samples of the test. */
  readonly total: number

  constructor(file: string, { passed, total }: SampleCounts, message: string, options?: ErrorOptions) {
    super(file, message, options)
    this.passed = passed
    this.total = total
  }
}

/** How many samples passed. */
interface SampleCounts {
  readonly passed: number
  readonly total: number
}

/** An option is unknown or has an impossible value. */
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

/** A session was used after it was closed, or before an MSW handler could answer for it; or no handler answers a request. */
export class CassetteSessionError extends CassetteError {
  override readonly name = 'CassetteSessionError'
  readonly code = 'cassette_session'
}
