import type { Expires } from '../session/expiry.ts'
import type { LintedCassette } from './linted-cassette.ts'
import type { Place } from './place.ts'

/** How bad a finding is: it makes the cassette wrong or unsafe, it is probably a mistake, or it is worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** A rule about cassettes. Each rule has a section in `docs/lint.md` with its name as the anchor. */
export interface LintRule {
  /** Words with dashes, such as `leaked-credential`. */
  readonly name: string
  readonly severity: Severity
  /** One line for the list of rules. It completes "Reports …". */
  readonly summary: string
  /** Finds what the rule is about, in file order. */
  check(cassette: LintedCassette, settings: LintSettings): readonly Problem[] | Promise<readonly Problem[]>
}

/** A violation of a rule. */
export interface Problem {
  /** Says what was found and what to do, without a credential. */
  readonly message: string
  readonly place: Place
  /** The path of a key whose removal solves the problem for certain, and loses nothing that a replay uses. */
  readonly fix?: readonly (string | number)[]
}

/** A problem with its rule and its position in the file. */
export interface LintFinding {
  readonly rule: string
  readonly severity: Severity
  /** The path of the file as the user spelled it. */
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  /** Counted from 1, in UTF-16 units. */
  readonly column: number
  readonly message: string
  /** Whether `--fix` solves it. */
  readonly fixable: boolean
}

/** Facts that are not in a cassette. */
export interface LintSettings {
  /** Strings that look like credentials but are not. */
  readonly allowSecrets: readonly RegExp[]
  /** The age that a recording can have. Default: any. */
  readonly expires: Expires | undefined
  /** `recorded`: each interaction must be as a recorder of this library wrote it. */
  readonly require: 'recorded' | undefined
}
