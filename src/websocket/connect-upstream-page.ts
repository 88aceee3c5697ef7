import { CassetteSessionError } from '../errors/errors.ts'
import type { connectUpstream as connectInNode } from './connect-upstream.ts'

/** Refuses to connect: a page can't open a WebSocket past the service worker's handlers, nor set its headers. */
export const connectUpstream: typeof connectInNode = ({ url }) =>
  Promise.reject(
    new CassetteSessionError(
      `A page can't record a WebSocket, nor let one pass to the network: ${url}. Record in Node, or through session.listen().`,
    ),
  )
