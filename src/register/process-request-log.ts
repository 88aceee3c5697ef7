import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import type { CassetteEscapedError } from '../errors/errors.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { RequestLog } from '../session/request-log.ts'
import type { UsageLog } from './usage-log.ts'

/** The requests of one process, which it also reports to the process that judges all of them. */
export class ProcessRequestLog extends RequestLog {
  readonly #usage: UsageLog

  constructor(usage: UsageLog) {
    super()
    this.#usage = usage
  }

  override addRequest(request: HttpRequest): void {
    if (this.count === 0) this.#usage.add({ kind: 'used' })
    super.addRequest(request)
  }

  override addMismatch(error: CassetteMismatchError): void {
    this.#usage.add({ kind: 'failed', message: error.message })
    super.addMismatch(error)
  }

  override addEscape(error: CassetteEscapedError): void {
    this.#usage.add({ kind: 'failed', message: error.message })
    super.addEscape(error)
  }
}
