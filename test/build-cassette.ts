import type { Cassette, HeaderPair, Interaction, RecordedResponse } from 'msw-cassette'

/** What of an interaction a test cares for. */
export interface Exchange {
  readonly method?: string
  readonly url?: string
  readonly request?: string
  readonly response?: string | Uint8Array<ArrayBuffer>
  readonly type?: string
  readonly headers?: readonly HeaderPair[]
  readonly status?: number
  readonly duration?: number
  readonly chunks?: RecordedResponse['chunks']
}

/** The URL of an exchange that names none. */
export const CHAT = 'https://api.test/v1/chat'

/** A cassette in memory. */
export function buildCassette(...exchanges: Exchange[]): Cassette {
  return { format: 'go-vcr-2', path: 'test.yaml', interactions: exchanges.map(toInteraction) }
}

function toInteraction({
  method = 'GET',
  url = CHAT,
  request = '',
  response = '',
  type,
  ...rest
}: Exchange): Interaction {
  const { status = 200, headers = [], duration, chunks } = rest
  return {
    request: { method, url, headers: [], body: new TextEncoder().encode(request) },
    response: {
      status,
      statusText: '',
      headers: type === undefined ? headers : [['Content-Type', type], ...headers],
      body: typeof response === 'string' ? new TextEncoder().encode(response) : response,
      ...(duration === undefined ? {} : { duration }),
      ...(chunks === undefined ? {} : { chunks }),
    },
  }
}

/** Reads a body as the chunks in which it arrives. */
export async function readChunks(body: ReadableStream<Uint8Array> | null): Promise<string[]> {
  const chunks: string[] = []
  for await (const chunk of body ?? []) chunks.push(new TextDecoder().decode(chunk))
  return chunks
}
