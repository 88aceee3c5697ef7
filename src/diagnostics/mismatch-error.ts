import { CassetteError } from '../errors/errors.ts'
import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import type { Mismatch } from './mismatch.ts'

/** A request that no open cassette contains. The facts in the message are also in the fields of `Mismatch`. */
export class CassetteMismatchError extends CassetteError {
  override readonly name = 'CassetteMismatchError'
  readonly code = 'cassette_mismatch'
  readonly reason: Mismatch['reason']
  readonly request: Mismatch['request']
  /** Not `frame`, which Vitest prints as a code frame. */
  readonly clientFrame?: Mismatch['clientFrame']
  readonly cassettes: Mismatch['cassettes']
  readonly nearest: Mismatch['nearest']
  readonly differences: Mismatch['differences']
  readonly advice: Mismatch['advice']
  /** The nearest recorded request. Test runners print a diff of it and `actual`. Absent if nothing differs. */
  readonly expected?: unknown
  /** The received request, in the shape of `expected`. */
  readonly actual?: unknown

  /** @param write writes the message, when something reads it */
  constructor(mismatch: Mismatch, write: (mismatch: Mismatch) => string) {
    super('')
    this.reason = mismatch.reason
    this.request = mismatch.request
    if (mismatch.clientFrame) this.clientFrame = mismatch.clientFrame
    this.cassettes = mismatch.cassettes
    this.nearest = mismatch.nearest
    this.differences = mismatch.differences
    this.advice = mismatch.advice
    if (mismatch.comparison) {
      this.expected = mismatch.comparison.recorded
      this.actual = mismatch.comparison.received
    }
    const frames = this.stack
    defineOnRead(this, 'message', () => escapeControlCharacters(write(mismatch)))
    // In engines whose stacks begin with the message.
    if ('captureStackTrace' in Error) defineOnRead(this, 'stack', () => `${this.name}: ${this.message}${frames}`)
  }
}

function defineOnRead(error: Error, key: 'message' | 'stack', compute: () => string): void {
  const define = (value: string): void =>
    void Object.defineProperty(error, key, { value, configurable: true, writable: true })
  Object.defineProperty(error, key, {
    configurable: true,
    get() {
      const value = compute()
      define(value)
      return value
    },
    set: define,
  })
}
