import { bail } from './bail.ts'
import type { Lines } from './lines.ts'
import { ignoreValue, readList, readLists } from './lists.ts'
import { readInteger, readScalar } from './scalar.ts'

/**
 * Skips the keys that describe how a message was transferred. It bails on any other key.
 */
export function skipWireFields(lines: Lines, key: string): void {
  switch (key) {
    case 'proto':
      readScalar(lines)
      return
    case 'proto_major':
    case 'proto_minor':
    case 'content_length':
      readInteger(lines)
      return
    case 'transfer_encoding':
      readList(lines, ignoreValue)
      return
    case 'trailer':
      readLists(lines, ignoreValue)
      return
    default:
      bail()
  }
}
