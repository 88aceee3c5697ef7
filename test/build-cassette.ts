import type { Cassette, HeaderPair, Interaction, RecordedResponse } from 'msw-cassette'

/** The parts of an interaction that a test sets. Everything else has a default. */
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
  readonly sample?: number
}

/** The default URL of an exchange. */
export const CHAT = 'https://api.test/v1/chat'

/** Builds a cassette in memory. */
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
  const { status = 200, headers = [], duration, chunks, sample } = rest
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
    ...(sample === undefined ? {} : { sample }),
  }
}

/** Reads a body and returns its chunks as they arrive. */
export async function readChunks(body: ReadableStream<Uint8Array> | null): Promise<string[]> {
  const chunks: string[] = []
  for await (const chunk of body ?? []) chunks.push(new TextDecoder().decode(chunk))
  return chunks
}
