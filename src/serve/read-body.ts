import type { IncomingMessage } from 'node:http'
import { concatBytes } from '../bytes/concat-bytes.ts'

/** The limit of a server, in bytes. */
export const MAX_BODY_BYTES = 256 * 1024 * 1024

/**
 * Reads the body of a request. It needs no stream of the platform, whose creation takes longer than finding the answer.
 *
 * @param limit in bytes. A longer body is not kept in memory
 * @throws the error of a connection that ends before the body
 */
export async function readBody(
  message: IncomingMessage,
  limit = MAX_BODY_BYTES,
): Promise<Uint8Array<ArrayBuffer> | 'too-large'> {
  if (message.method === 'GET' || message.method === 'HEAD') return new Uint8Array()
  if (Number(message.headers['content-length']) > limit) return 'too-large'
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    let length = 0
    message.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) return void chunks.push(chunk)
      // The rest is read and forgotten, so that the client can read the answer.
      chunks.length = 0
      resolve('too-large')
    })
    message.on('end', () => resolve(concatBytes(chunks)))
    message.on('error', reject)
  })
}
