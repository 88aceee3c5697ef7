import { decodePercent, encodeText, parseUrlEncoded } from '../body/url-encoded.ts'
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
    query: parseUrlEncoded(url.search.slice(1)),
  }
}

/** Works segment by segment, so that an encoded slash stays different from a slash. A percent sign that encodes nothing stays too. */
function unifyPercentEncoding(path: string): string {
  // Nearly all paths already have this spelling.
  if (/^[\w.!~*'()/-]*$/.test(path)) return path
  return path
    .split(/(\/|%(?![\da-f]{2}))/i)
    .map((piece, index) => (index % 2 === 0 ? encodeText(decodePercent(piece)) : piece))
    .join('')
}
