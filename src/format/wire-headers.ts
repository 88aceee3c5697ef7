import { isCompressed } from '../body/is-compressed.ts'
import type { HeaderPair, Interaction } from '../cassette.ts'

/**
 * The headers of a response for a player that believes them: without a `content-encoding` over a body that is plain, which a
 * client would fail to decompress, and without a `content-length` that is not the body's, which it would wait for.
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
