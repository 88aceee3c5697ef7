import { findHeader, type HeaderPair, type Interaction } from '../../cassette.ts'
import { type Content, readContent } from './read-content.ts'

/** An interaction with its bodies parsed. */
export interface Exchange {
  /** The path of the URL, as stored. */
  readonly path: string
  /** The host of the URL, without its port. */
  readonly host: string
  readonly request: Content
  readonly status: number
  readonly response: Content
}

/** Parses the bodies of an interaction, whether they are compressed or not. */
export function readExchange({ request, response }: Interaction): Exchange {
  // A placeholder in a stored URL can make it invalid.
  const [, host = '', path = ''] = /^\w+:\/\/([^/?#]*)([^?#]*)/.exec(request.url) ?? []
  return {
    path,
    host: host.replace(/:\d+$/, ''),
    request: read(request),
    status: response.status,
    response: read(response),
  }
}

function read({ headers, body }: { headers: readonly HeaderPair[]; body: Uint8Array<ArrayBuffer> }): Content {
  return readContent(body, {
    type: findHeader(headers, 'content-type') ?? '',
    encoding: findHeader(headers, 'content-encoding') ?? '',
  })
}
