import type { ViewMessage } from '../view-data.ts'

/** The characters of a header's name. Anything else could be an option of a command, such as `@file`. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/

/** Headers that a client sets by itself. */
const OWN_HEADERS = /^(?:content-length|accept-encoding|connection|host|transfer-encoding|upgrade|sec-websocket-.*)$/i

/** The headers of a request that a command has to name, as `name: value`. */
export function sentHeaders({ headers }: Pick<ViewMessage, 'headers'>): string[] {
  return headers.flatMap(([name, value]) =>
    HEADER_NAME.test(name) && !OWN_HEADERS.test(name) ? `${name}: ${value}` : [],
  )
}
