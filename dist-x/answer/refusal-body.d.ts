/** The part of a request that identifies its client. */
export interface RefusedRequest {
    readonly url: string;
    readonly headers: Headers;
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
export declare function toRefusalBody(message: string, { url, headers }: RefusedRequest): string;
