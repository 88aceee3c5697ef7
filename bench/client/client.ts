import { requestBody, requestParams, url } from '../data/exchange.ts'

/** Makes one request, reads its answer to the end, and tells in how many pieces it came. */
export type MakeRequest = () => Promise<number>

/**
 * Makes a client that sends one request again and again.
 *
 * @param kind a reader of the body, or the OpenAI SDK
 * @param fetch what the client sends with
 * @param index of the request
 */
export async function createClient(
  kind: 'reader' | 'openai',
  fetch: typeof globalThis.fetch,
  index: number,
): Promise<MakeRequest> {
  return kind === 'reader' ? createReader(fetch, index) : createSdk(fetch, index)
}

function createReader(fetch: typeof globalThis.fetch, index: number): MakeRequest {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: requestBody(index) }
  return async () => {
    const response = await fetch(url, init)
    return countReads(response)
  }
}

/** Reads a body to its end, and tells in how many pieces it came. */
export async function countReads(response: Response): Promise<number> {
  const reader = response.body?.getReader()
  let reads = 0
  while (reader && !(await reader.read()).done) reads++
  return reads
}

async function createSdk(fetch: typeof globalThis.fetch, index: number): Promise<MakeRequest> {
  const { default: OpenAI } = await import('openai')
  const client = new OpenAI({ apiKey: 'unused', fetch })
  const params = { ...requestParams(index), stream: true } as const
  return async () => {
    let parts = 0
    for await (const _part of await client.chat.completions.create(params)) parts++
    return parts
  }
}
