import type { HeaderPair, RecordedRequest } from '../../../cassette.ts'
import { bail } from './bail.ts'
import type { Lines } from './lines.ts'
import { ignoreValue, readLists } from './lists.ts'
import { readMap } from './map.ts'
import { type HeadersCache, readHeaders, withBody } from './message.ts'
import { readInteger, readScalar, readText, type Scalar } from './scalar.ts'
import { skipWireFields } from './skip-wire-fields.ts'

/** Reads the request of an interaction. */
export function readRequest(lines: Lines, headersCache: HeadersCache): RecordedRequest {
  let method = ''
  let url = ''
  let headers: readonly HeaderPair[] = []
  let body: Scalar | undefined
  readMap(lines, (key) => {
    switch (key) {
      case 'method':
        method = readText(lines)
        return
      case 'url':
        url = readText(lines)
        return
      case 'headers':
        headers = readHeaders(lines, headersCache)
        return
      case 'body':
        body = readScalar(lines)
        return
      case 'id':
        readInteger(lines)
        return
      case 'form':
        readLists(lines, ignoreValue)
        return
      case 'host':
      case 'remote_addr':
      case 'request_uri':
        readScalar(lines)
        return
      default:
        skipWireFields(lines, key)
    }
  })
  if (!method || !url) bail()
  return withBody({ method: method.toUpperCase(), url, headers }, lines, body)
}
