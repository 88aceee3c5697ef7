import { CassetteSessionError } from '../errors/errors.ts'
import type { CassetteServer, listen as listenInNode } from './listen.ts'

/** Refuses to listen: a page can't. */
export const listen: typeof listenInNode = (): Promise<CassetteServer> =>
  Promise.reject(
    new CassetteSessionError(
      'session.listen() needs Node: a page can\'t be a server. Start one with "npx msw-cassette serve".',
    ),
  )
