import { isCompressed } from '../body/is-compressed.ts'
import type { HeaderPair, Interaction } from '../cassette.ts'

/**
 * The headers of a response for players that trust the headers of a file. A `content-encoding` is removed if the body is
 * stored plain: clients would fail to decompress it. A wrong `content-length` is removed: clients would wait for the rest.
 */
export function toWireHeaders({ request, response }: Interaction): readonly HeaderPair[] {
  const { body, headers } = response
  const compressed = isCompressed(response)
  return headers.filter(([name, value]) => {
    switch (name.toLowerCase()) {
      case 'content-encoding':
        return compressed
      case 'content-length':
        return request.method === 'HEAD' || Number(value) === body.length
      default:
        return true
    }
  })
}
