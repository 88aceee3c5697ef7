import { join } from 'node:path'
import { type CassetteOptions, type CassetteSession, openCassette } from 'msw-cassette'
import type { LocalServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'
import type { TestServer } from './start-msw-server.ts'

/**
 * Opens a new cassette in a temporary folder, which records all requests to a local server.
 *
 * @param server the MSW server that gets the handlers of the session
 * @param upstream the local server
 */
export function startRecording(
  server: TestServer,
  upstream: LocalServer,
  options: CassetteOptions = {},
): CassetteSession & { file: string } {
  const file = join(makeTempFolder(), 'a.yaml')
  const session = openCassette(file, { mode: 'once', hosts: [upstream.host], ...options })
  server.use(...session.handlers)
  return Object.assign(session, { file })
}
