import { expect, test } from 'vitest'
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import { CassetteEscapedError } from '../errors/errors.ts'
import { RequestLog } from './request-log.ts'

const request = { method: 'POST', url: 'https://api.test/', headers: new Headers(), body: new Uint8Array([1]) }
const mismatch = (message: string) => new Error(message) as CassetteMismatchError
const escaped = new CassetteEscapedError('test.yaml', 'undici', 'escaped')

test('keeps requests without their headers, and counts them', () => {
  const log = new RequestLog()
  log.addRequest(request)
  expect({ count: log.count, requests: log.requests }).toEqual({
    count: 1,
    requests: [{ method: 'POST', url: 'https://api.test/', body: new Uint8Array([1]) }],
  })
})

test('lists mismatches before escapes, and those that nothing has verified yet', () => {
  const log = new RequestLog()
  const [first, second] = [mismatch('first'), mismatch('second')]
  log.addEscape(escaped)
  log.addMismatch(first)
  log.markVerified()
  log.addMismatch(second)
  expect(log.refusals).toEqual([first, second, escaped])
  expect(log.unverified).toEqual([second])
})

test('a limited log keeps no requests and the last 100 errors of each kind, and still counts', () => {
  const log = new RequestLog()
  log.limit()
  for (let index = 0; index < 102; index++) {
    log.addRequest(request)
    log.addMismatch(mismatch(String(index)))
  }
  log.addEscape(escaped)
  expect({ count: log.count, requests: log.requests.length, escapes: log.escapes }).toEqual({
    count: 102,
    requests: 0,
    escapes: [escaped],
  })
  expect(log.mismatches.map(({ message }) => message)).toEqual(Array.from({ length: 100 }, (_, at) => String(at + 2)))
})

test('forgets everything', () => {
  const log = new RequestLog()
  log.addRequest(request)
  log.addMismatch(mismatch('first'))
  log.addEscape(escaped)
  log.clear()
  expect({ count: log.count, requests: log.requests, refusals: log.refusals }).toEqual({
    count: 0,
    requests: [],
    refusals: [],
  })
})
