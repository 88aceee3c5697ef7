import { CassetteSessionError } from '../errors/errors.ts'

/**
 * Loads the package `ws`, an optional peer that most clients of WebSockets for Node already have.
 *
 * @param purpose what needs it, such as `Recording a WebSocket`
 * @throws CassetteSessionError if it is not installed
 */
export async function loadWs(purpose: string): Promise<typeof import('ws')> {
  try {
    return await import('ws')
  } catch (cause) {
    throw new CassetteSessionError(
      `${purpose} needs the package ws, which is not installed next to msw-cassette: npm install --save-dev ws`,
      { cause },
    )
  }
}
