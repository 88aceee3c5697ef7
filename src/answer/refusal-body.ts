/** The part of a request that identifies its client. */
export interface RefusedRequest {
  readonly url: string
  readonly headers: Headers
}

/**
 * Creates the body of the 400 that answers a mismatch, in the shape whose text the client's SDK shows.
 *
 * The SDKs of OpenAI, Anthropic, Google, OpenRouter and the AI SDK need the numeric code, `type` and `status` to show the
 * message. Ollama and Hugging Face show it only if `error` is a string.
 *
 * @param message the whole message
 * @param request the request
 */
export function toRefusalBody(message: string, { url, headers }: RefusedRequest): string {
  if (CLIENTS.test(headers.get('user-agent') ?? '') || URLS.test(url)) return JSON.stringify({ error: message })
  return JSON.stringify({
    type: 'error',
    error: { type: 'cassette_mismatch', code: 400, message, status: 'INVALID_ARGUMENT', param: null },
    message,
  })
}

/** The user agents of the clients that need a string. Some of their users have a server of their own. */
const CLIENTS = /\b(?:ollama|huggingface)\b/i

/** In a page, a client can't set its user agent. */
const URLS =
  /\/api\/(?:chat|generate|embed|embeddings|tags|show|ps|pull|push|create|copy|delete|version|web_search|web_fetch|blobs)\b|[./]huggingface\.(?:co|cloud)\b/
