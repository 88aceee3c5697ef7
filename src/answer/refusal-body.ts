/**
 * Creates the body of the 400 that answers a mismatch, in the shape whose text the client's SDK shows.
 *
 * The SDKs of OpenAI, Anthropic, Google, OpenRouter and the AI SDK need the numeric code, `type` and `status` to show the
 * message. Ollama and Hugging Face show it only if `error` is a string.
 *
 * @param message the whole message
 * @param url of the request
 */
export function toRefusalBody(message: string, url: string): string {
  if (/\/api\/(?:chat|generate|embed|tags|show)\b|[./]huggingface\.co\b/.test(url))
    return JSON.stringify({ error: message })
  return JSON.stringify({
    type: 'error',
    error: { type: 'cassette_mismatch', code: 400, message, status: 'INVALID_ARGUMENT', param: null },
    message,
  })
}
