import { findHeader, type HeaderPair, type Interaction } from '../../cassette.ts'
import { type Content, readContent } from './read-content.ts'

/** An interaction with its bodies parsed. */
export interface Exchange {
  /** The path of the URL, decoded as far as the file has it; empty if the URL is invalid. */
  readonly path: string
  /** The host of the URL with its port; empty if the URL is invalid. */
  readonly host: string
  readonly request: Content
  readonly status: number
  readonly response: Content
}

/** Parses the bodies of an interaction, whether they are compressed or not. */
export function readExchange({ request, response }: Interaction): Exchange {
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined
  return {
    path: url?.pathname ?? '',
    host: url?.host ?? '',
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
