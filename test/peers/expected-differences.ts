import type { Direction } from './directions.ts'
import type { Exchange } from './exchanges/exchange.ts'
import type { Peer } from './peer.ts'

/** A difference that is known, and why it is not a fault of a file of this library. */
interface ExpectedDifference {
  readonly reason: string
  readonly applies: (found: Found) => boolean
}

interface Found {
  readonly peer: Peer
  readonly direction: Direction
  readonly exchange: Exchange
  /** As `compare.ts` and the drivers report it. */
  readonly difference: string
}

const UNREADABLE_IN_GO = /^(?:[\n\u2028\u2029]|\t.*[\u2028\u2029])/s

const expectedDifferences: readonly ExpectedDifference[] = [
  {
    reason: 'This library replays `Retry-After` as 0, so that tests do not wait.',
    applies: ({ direction, exchange, difference }) =>
      direction.replayer === 'here' &&
      exchange.id === 'status-429' &&
      difference === 'header Retry-After: "0", not "1"',
  },
  {
    reason: 'This library redacts the values of `Set-Cookie`.',
    applies: ({ direction, difference }) =>
      writesHere(direction) && difference.startsWith(String.raw`header Set-Cookie: "[\"REDACTED\",\"REDACTED\"]"`),
  },
  {
    reason: 'vcrpy reads the bytes of a header as Latin-1 and replays that text as UTF-8.',
    applies: ({ peer, exchange, difference }) =>
      peer.name === 'vcrpy' && exchange.id.startsWith('header-of-') && difference.startsWith('header X-Text'),
  },
  {
    reason: "go-vcr refuses a form that it can't decode.",
    applies: ({ peer, exchange, difference }) =>
      isGoVcr(peer) && exchange.id === 'form-malformed' && difference.includes('invalid URL escape'),
  },
  {
    reason: "go-vcr can't read its own texts that begin with a line end, or with a tab and contain U+2028 or U+2029.",
    applies: ({ peer, direction, exchange }) =>
      isGoVcr(peer) &&
      !writesHere(direction) &&
      [exchange.requestBody, exchange.responseBody].some((body) => UNREADABLE_IN_GO.test(Buffer.from(body).toString())),
  },
  {
    reason: 'The peer answers a repeated request with the response that it has just appended.',
    applies: ({ direction, exchange, difference }) =>
      direction.appender === 'there' && exchange.path === '/repeat' && difference.startsWith('body '),
  },
  {
    reason: 'vcrpy takes all bytes of a query that are not UTF-8 for the same.',
    applies: ({ peer, direction, exchange, difference }) =>
      peer.name === 'vcrpy' &&
      direction.appender === 'there' &&
      exchange.path.startsWith('/query-not-utf-8') &&
      difference.startsWith('body '),
  },
  {
    reason: 'WebMock changes a query to the Unicode form NFKC, and keeps only the last of the values of a name.',
    applies: ({ peer, exchange }) => isRubyVcr(peer) && ['query', 'query-decomposed'].includes(exchange.id),
  },
]

/** Finds the reason for a difference. Undefined if nobody expects it. */
export function explainDifference(found: Found): string | undefined {
  return expectedDifferences.find(({ applies }) => applies(found))?.reason
}

function writesHere({ recorder, appender }: Direction): boolean {
  return recorder === 'here' || appender === 'here'
}

function isGoVcr({ name }: Peer): boolean {
  return name.startsWith('go-vcr')
}

function isRubyVcr({ name }: Peer): boolean {
  return name.startsWith('Ruby VCR')
}
