import { decompress } from '../body/decompress.ts'
import type { Interaction } from '../cassette.ts'
import { shorten } from '../diagnostics/shorten.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { CassetteParseError } from '../errors/errors.ts'
import { maskUrl } from '../secret/mask-url.ts'

/**
 * Decompresses the body of a response that might be stored compressed, see `decompress`.
 *
 * @param file the path of the cassette
 * @throws CassetteParseError if the body is truncated or damaged
 */
export async function decompressResponse(interaction: Interaction, file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await decompress(interaction)
  } catch (cause) {
    const { request, response, line } = interaction
    const place = line === undefined ? file : `${file}:${line}`
    throw new CassetteParseError(
      { file, line: line ?? 1, column: 1 },
      `Failed to replay ${request.method} ${shorten(maskUrl(request.url))} from ${place}: the compressed body of its response, ` +
        `${response.body.length} bytes, can't be decompressed: ${describeCause(cause)}. It is truncated or damaged: restore the file, or record again.`,
      { cause },
    )
  }
}
