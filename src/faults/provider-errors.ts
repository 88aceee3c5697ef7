import type { HttpRequest } from '../http/http-request.ts'

/** How an API reports an error. */
export interface ProviderError {
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The errors of one API. */
interface ErrorShape {
  readonly name: string
  /** Recognizes the requests of the API by their path, host and headers. */
  fits(url: URL, headers: Headers): boolean
  toError(status: number, message: string): ProviderError
}

/**
 * Creates the error that an API gives with a status.
 *
 * @param status from 400 to 599
 * @param request a request of the API. That of OpenAI, which most APIs share, is the default
 */
export function providerError(
  status: number,
  { url, headers }: Pick<HttpRequest, 'url'> & { readonly headers: Headers },
): ProviderError {
  const parsed = new URL(url)
  const shape = errorShapes.find(({ fits }) => fits(parsed, headers)) ?? openai
  return shape.toError(status, MESSAGES[status] ?? `The request failed with status ${status}.`)
}

const MESSAGES: Readonly<Record<number, string>> = {
  401: 'The API key is not valid.',
  403: 'The API key has no permission for this request.',
  404: 'The requested resource was not found.',
  408: 'The request took too long.',
  413: 'The request is too large.',
  429: 'The rate limit is exceeded. Please try again later.',
  500: 'The server had an error while it processed the request.',
  503: 'The service is temporarily unavailable. Please try again later.',
  529: 'Overloaded',
}

const openai: ErrorShape = {
  name: 'OpenAI',
  fits: () => true,
  toError: (status, message) => ({
    body: { error: { message, type: openaiType(status), param: null, code: OPENAI_CODES[status] ?? null } },
  }),
}

function openaiType(status: number): string {
  if (status === 429) return 'requests'
  return status >= 500 ? 'server_error' : 'invalid_request_error'
}

const OPENAI_CODES: Readonly<Record<number, string>> = { 401: 'invalid_api_key', 429: 'rate_limit_exceeded' }

/** @see https://docs.anthropic.com/en/api/errors */
const ANTHROPIC_TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
}

/** @see https://cloud.google.com/apis/design/errors */
const GOOGLE_STATUSES: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html */
const AWS_TYPES: Readonly<Record<number, string>> = {
  403: 'AccessDeniedException',
  404: 'ResourceNotFoundException',
  408: 'ModelTimeoutException',
  424: 'ModelErrorException',
  429: 'ThrottlingException',
  500: 'InternalServerException',
  503: 'ServiceUnavailableException',
}

/** The first that fits is used. */
const errorShapes: readonly ErrorShape[] = [
  {
    name: 'Anthropic',
    fits: ({ pathname }, headers) => headers.has('anthropic-version') || /\/v1\/messages(?:\/|$)/.test(pathname),
    toError: (status, message) => ({
      body: {
        type: 'error',
        error: { type: ANTHROPIC_TYPES[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error'), message },
      },
    }),
  },
  {
    name: 'Gemini',
    fits: ({ pathname }) => /\/models\/[^/]+:[a-zA-Z]+$/.test(pathname),
    toError: (status, message) => ({
      body: {
        error: {
          code: status,
          message,
          status: GOOGLE_STATUSES[status] ?? (status >= 500 ? 'INTERNAL' : 'INVALID_ARGUMENT'),
        },
      },
    }),
  },
  {
    name: 'Bedrock',
    fits: ({ pathname }) => /\/model\/[^/]+\/(?:converse|invoke)/.test(pathname),
    toError: (status, message) => ({
      headers: {
        'x-amzn-errortype': AWS_TYPES[status] ?? (status >= 500 ? 'InternalServerException' : 'ValidationException'),
      },
      body: { message },
    }),
  },
  {
    name: 'Ollama',
    fits: ({ pathname }) => /^\/api\/(?:chat|generate|embed|embeddings|tags|show)$/.test(pathname),
    toError: (_status, message) => ({ body: { error: message } }),
  },
  {
    name: 'Cohere',
    fits: ({ host, pathname }) =>
      /(?:^|\.)cohere\.(?:com|ai)$/.test(host) || /\/v2\/(?:chat|embed|rerank)$/.test(pathname),
    toError: (_status, message) => ({ body: { message } }),
  },
]
