import { requestBody, requestParams, url } from '../data/exchange.ts'

/** Sends one request, reads the response to its end, and returns the number of chunks that it arrived in. */
export type SendRequest = () => Promise<number>

/**
 * Creates a function that sends the same request each time.
 *
 * @param kind the client: a reader of the body, or the OpenAI SDK
 * @param fetch the `fetch` that the client uses
 * @param index the index of the request
 */
export async function createClient(
  kind: 'reader' | 'openai',
  fetch: typeof globalThis.fetch,
  index: number,
): Promise<SendRequest> {
  return kind === 'reader' ? createReader(fetch, index) : createSdk(fetch, index)
}

function createReader(fetch: typeof globalThis.fetch, index: number): SendRequest {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: requestBody(index) }
  return async () => {
    const response = await fetch(url, init)
    return countReads(response)
  }
}

/** Reads a body to its end, and returns the number of chunks that it arrived in. */
export async function countReads(response: Response): Promise<number> {
  const reader = response.body?.getReader()
  let reads = 0
  while (reader && !(await reader.read()).done) reads++
  return reads
}

async function createSdk(fetch: typeof globalThis.fetch, index: number): Promise<SendRequest> {
  const { default: OpenAI } = await import('openai')
  const client = new OpenAI({ apiKey: 'unused', fetch })
  const params = { ...requestParams(index), stream: true } as const
  return async () => {
    let parts = 0
    for await (const _part of await client.chat.completions.create(params)) parts++
    return parts
  }
}
