import { parseUrlEncoded } from '../body/comparable-body.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import { jsonDifferences } from '../json/json-differences.ts'
import type { Matcher } from './matcher.ts'

/** Compares the URL: default ports, the spelling of percent-encoding, the order of the query and the fragment are irrelevant. */
export const matchUrl: Matcher = {
  name: 'url',
  key: ({ request }) => canonicalJson(toUrlParts(request.url)),
  differences: ({ recorded, received }) =>
    jsonDifferences(toUrlParts(recorded.url), toUrlParts(received.url)).map((difference) => ({
      ...difference,
      path: difference.path.replace(/^\$/, 'url'),
    })),
}

function toUrlParts(url: URL): { origin: string; path: string; query: Record<string, string[]> } {
  return {
    origin: `${url.protocol}//${url.host}`,
    path: unifyPercentEncoding(url.pathname),
    query: parseUrlEncoded(url.search),
  }
}

/** Works segment by segment, so that an encoded slash stays different from a slash. */
function unifyPercentEncoding(path: string): string {
  // Nearly all paths already have this spelling.
  if (/^[\w.!~*'()/-]*$/.test(path)) return path
  return path
    .split('/')
    .map((segment) =>
      segment
        .split(/((?:%[\da-f]{2})+)/i)
        .map(unifyPiece)
        .join(''),
    )
    .join('/')
}

/** Every second piece is percent-encoded. Bytes that are not UTF-8 stay encoded. */
function unifyPiece(piece: string, index: number): string {
  try {
    return encodeURIComponent(index % 2 === 0 ? piece : decodeURIComponent(piece))
  } catch {
    return piece.toUpperCase()
  }
}
