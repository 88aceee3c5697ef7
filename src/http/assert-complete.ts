import { CassetteSessionError } from '../errors/errors.ts'
import type { IncomingRequest } from './incoming-request.ts'

/**
 * Refuses a GET or HEAD request whose body was lost on the way: clients of `node:http` can send one, as Elasticsearch's do, but
 * the requests that MSW passes on are those of `fetch`, which have none.
 *
 * @throws CassetteSessionError
 */
export function assertComplete({ method, headers, body }: IncomingRequest): void {
  if (body.length > 0 || !/^(?:GET|HEAD)$/.test(method)) return
  const length = headers.get('content-length') ?? '0'
  if (Number(length) === 0 && !headers.has('transfer-encoding')) return
  const size = Number(length) > 0 ? `a body of ${length} bytes` : 'a body'
  throw new CassetteSessionError(
    `this ${method} request has ${size}. MSW passes it on without the body, so it can be neither compared nor recorded. Send it as ` +
      'a POST, which Elasticsearch accepts too, or answer it with a handler of your own.',
  )
}
