import type { Interaction, RecordedRequest } from '../cassette.ts'
import { toByteString } from '../http/http-request.ts'
import { REDACTED } from '../secret/redacted.ts'

/** Where credentials come from. */
export interface CredentialSource {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Headers to send, such as `['Authorization', 'Bearer x']`; those that the user gave. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The origin to send requests to. Default: the recorded one. */
  readonly origin: string | undefined
}

/** A request to send again; or why it can't be sent. */
export type LiveRequest =
  | { readonly kind: 'request'; readonly url: string; readonly init: RequestInit }
  | { readonly kind: 'skipped'; readonly reason: string }

/** How a provider receives its credential, and which headers it requires that a recording does not have. */
interface Access {
  readonly variables: readonly string[]
  readonly header: (key: string) => readonly [name: string, value: string]
  readonly required?: readonly (readonly [name: string, value: string])[]
}

const bearer = (...variables: string[]): Access => ({
  variables,
  header: (key) => ['authorization', `Bearer ${key}`],
})

const ACCESS: Readonly<Record<string, Access>> = {
  'api.openai.com': bearer('OPENAI_API_KEY'),
  'api.anthropic.com': {
    variables: ['ANTHROPIC_API_KEY'],
    header: (key) => ['x-api-key', key],
    required: [['anthropic-version', '2023-06-01']],
  },
  'generativelanguage.googleapis.com': {
    variables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
    header: (key) => ['x-goog-api-key', key],
  },
  'openrouter.ai': bearer('OPENROUTER_API_KEY'),
  'api.groq.com': bearer('GROQ_API_KEY'),
  'api.mistral.ai': bearer('MISTRAL_API_KEY'),
  'api.cohere.com': bearer('COHERE_API_KEY', 'CO_API_KEY'),
  'api.x.ai': bearer('XAI_API_KEY'),
  'api.deepseek.com': bearer('DEEPSEEK_API_KEY'),
  'api.together.xyz': bearer('TOGETHER_API_KEY'),
  'api.fireworks.ai': bearer('FIREWORKS_API_KEY'),
  'api.perplexity.ai': bearer('PERPLEXITY_API_KEY'),
  'router.huggingface.co': bearer('HF_TOKEN', 'HUGGINGFACE_API_KEY'),
}

/** Puts the credential of the environment into the places that redaction removed it from. */
export function toLiveRequest({ request }: Interaction, source: CredentialSource): LiveRequest {
  if (!URL.canParse(request.url)) return skip('its URL is not valid')
  const url = new URL(request.url)
  const access = accessOf(url)
  const key = access?.variables.map((name) => source.environment[name]).find((value) => value)
  const obstacle = findObstacle(request, url, source.headers.length === 0 && !key ? access : undefined)
  if (obstacle !== undefined) return skip(obstacle)
  for (const [name, value] of [...url.searchParams]) if (value === REDACTED) url.searchParams.set(name, key ?? '')
  const target = source.origin === undefined ? url : new URL(url.pathname + url.search, source.origin)
  const { method, body } = request
  const headers = toHeaders(request, access, key, source.headers)
  return {
    kind: 'request',
    url: target.href,
    init: { method, headers, redirect: 'manual', ...(body.length > 0 ? { body } : {}) },
  }
}

/** @param access given if its key is missing */
function findObstacle({ body }: RecordedRequest, { pathname }: URL, access: Access | undefined): string | undefined {
  if (access) return `${access.variables.join(' or ')} is not set`
  if (new TextDecoder().decode(body).includes(REDACTED)) return 'a credential was removed from its body'
  return pathname.includes(REDACTED) ? 'a credential was removed from its path' : undefined
}

function toHeaders(
  { headers: recorded }: RecordedRequest,
  access: Access | undefined,
  key: string | undefined,
  given: CredentialSource['headers'],
): Headers {
  const headers = new Headers(
    recorded
      .filter(([name, value]) => !OWN_HEADERS.test(name) && value !== REDACTED)
      .map(([name, value]) => [name, toByteString(value)]),
  )
  const own = access && key ? [access.header(key)] : []
  for (const [name, value] of [...(access?.required ?? []), ...own, ...given]) headers.set(name, value)
  return headers
}

/** `fetch` sets these by itself. */
const OWN_HEADERS = /^(?:host|content-length|connection|accept-encoding|transfer-encoding)$/i

/** A cassette can name any host. The key of a provider is for this provider only, and never sent in plain text. */
function accessOf({ protocol, hostname }: URL): Access | undefined {
  return protocol === 'https:' && Object.hasOwn(ACCESS, hostname) ? ACCESS[hostname] : undefined
}

function skip(reason: string): LiveRequest {
  return { kind: 'skipped', reason }
}
