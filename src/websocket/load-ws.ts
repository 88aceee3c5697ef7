import { CassetteSessionError } from '../errors/errors.ts'
import { builtin } from '../platform/builtin.ts'

/**
 * Loads the package `ws`, an optional peer that most clients of WebSockets for Node already have.
 *
 * @param purpose what needs it, such as `Recording a WebSocket`
 * @throws CassetteSessionError if it is not installed, and in a page
 */
export async function loadWs(purpose: string): Promise<typeof import('ws')> {
  if (!builtin('http')) throw new CassetteSessionError(`${purpose} is not possible in a page: record in Node.`)
  try {
    return await import('ws')
  } catch (cause) {
    throw new CassetteSessionError(
      `${purpose} needs the package ws, which is not installed next to msw-cassette: npm install --save-dev ws`,
      { cause },
    )
  }
}
