import { type Checks, listOf, objectOf, oneOf, patterns } from '../options/checks.ts'
import { environment } from '../platform/environment.ts'
import { type HttpRequest, headersOf } from './http-request.ts'

/** One kind of request with which a client sends its telemetry. All members have to fit. */
interface Report {
  /** The host, without its port. Default: any. */
  readonly host?: RegExp
  /** Environment variables that contain the URL of another server; its host fits too. */
  readonly variables?: readonly string[]
  /** Default: `POST`. */
  readonly method?: RegExp
  readonly path: RegExp
  /** A header and its value. Default: none. */
  readonly header?: readonly [name: string, value: RegExp]
}

const OTLP_PATH = /\/v\d+(?:development)?\/(?:traces|metrics|logs|profiles)\/?$/

/** The telemetry of LLM applications that is known. To add a service, add it here and to `docs/recording.md`. */
const services = {
  // It goes to the host of the model.
  'openai-agents': [{ path: /\/traces\/ingest$/ }],
  // Its API has more than telemetry: prompts and datasets are requested from the same host.
  langsmith: [
    {
      host: /(?:^|\.)smith\.langchain\.com$/,
      variables: ['LANGSMITH_ENDPOINT', 'LANGCHAIN_ENDPOINT'],
      method: /^(?:POST|PATCH)$/,
      path: /\/runs(?:\/(?:batch|multipart|[\da-f]{8}-[\da-f-]{27}))?\/?$/,
    },
    {
      host: /(?:^|\.)smith\.langchain\.com$/,
      variables: ['LANGSMITH_ENDPOINT', 'LANGCHAIN_ENDPOINT'],
      method: /^GET$/,
      path: /\/info$/,
    },
  ],
  otlp: [
    { path: OTLP_PATH, header: ['content-type', /^application\/x-protobuf/i] },
    { path: OTLP_PATH, header: ['user-agent', /\b(?:otel|opentelemetry)/i] },
    // Exporters in pages send JSON and no user agent.
    { path: /\/v1\/(?:traces|metrics)\/?$/, header: ['content-type', /^application\/json/i] },
    { host: /^localhost$|^127\.|^\[::1\]$|(?:^|\.)ot(?:lp|el)\b/, path: OTLP_PATH },
    {
      // Only the hosts of the variables.
      host: /^$/,
      variables: ['', '_TRACES', '_METRICS', '_LOGS'].map((kind) => `OTEL_EXPORTER_OTLP${kind}_ENDPOINT`),
      path: OTLP_PATH,
    },
  ],
  sentry: [
    { host: /(?:^|\.)sentry\.io$/, path: /\/(?:envelope|store|minidump|security|session)\/?$/ },
    // A server of your own. The id of the project and the name of the end point are always there.
    { path: /\/api\/\d+\/(?:envelope|store|minidump)\/?$/ },
  ],
  // Its feature flags are no telemetry.
  posthog: [
    {
      host: /(?:^|\.)posthog\.com$/,
      variables: ['POSTHOG_HOST', 'POSTHOG_API_HOST', 'NEXT_PUBLIC_POSTHOG_HOST'],
      path: /^\/(?:batch|capture|e|s|engage|track|i\/v0\/\w+)\/?$/,
    },
  ],
  langfuse: [
    {
      host: /(?:^|\.)langfuse\.com$/,
      variables: ['LANGFUSE_HOST', 'LANGFUSE_BASEURL', 'LANGFUSE_BASE_URL'],
      path: /\/api\/public\/ingestion$/,
    },
  ],
  next: [
    { host: /^telemetry\.nextjs\.org$/, path: /^\/api\/v\d+\/record$/ },
    // Its dev server looks for newer versions and vulnerabilities, in any registry.
    { method: /^(?:GET|POST)$/, path: /\/-\/(?:package\/next\/dist-tags|npm\/v1\/security\/advisories\/bulk)$/ },
  ],
  segment: [{ host: /^api\.segment\.io$/, path: /^\/v1\/(?:batch|track|identify|page|screen|group|alias|b|t|i|p)$/ }],
} as const satisfies Record<string, readonly Report[]>

const list = Object.entries<readonly Report[]>(services)

/** Nearly all requests have another path, and need no further checks. */
const ANY_PATH = new RegExp(list.flatMap(([, reports]) => reports.map(({ path }) => path.source)).join('|'))

/** A service whose telemetry is known. */
export type TelemetryService = keyof typeof services

/** Which requests are telemetry. */
export interface TelemetryOptions {
  /** Services whose requests are recorded and compared like all others. Default: none. */
  except?: readonly TelemetryService[]
  /** More URLs that only receive telemetry. Default: none. */
  urls?: readonly RegExp[]
}

/** Checks the option `telemetry`. */
export const checkTelemetry = objectOf<TelemetryOptions>({
  except: (value, option) => {
    listOf(() => true, 'a list of services')(value, option)
    for (const service of (value ?? []) as readonly unknown[]) oneOf(Object.keys(services))(service, option)
  },
  urls: patterns,
} satisfies Checks<TelemetryOptions>)

/** Tells whether a request sends telemetry. It depends on the time and on earlier tests, and no test waits for its answer. */
export function isTelemetry(
  request: Pick<HttpRequest, 'method' | 'url' | 'headers'>,
  { except = [], urls = [] }: TelemetryOptions = {},
): boolean {
  if (urls.some((url) => request.url.search(url) !== -1)) return true
  const path = /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(request.url)?.[1]
  if (path === undefined) return false
  return (
    ANY_PATH.test(path) &&
    list.some(
      ([name, reports]) =>
        !except.some((each) => each === name) &&
        reports.some((report) => report.path.test(path) && isReport(request, report)),
    )
  )
}

function isReport(
  request: Pick<HttpRequest, 'method' | 'url' | 'headers'>,
  { host, variables = [], method = /^POST$/, header }: Report,
): boolean {
  if (!method.test(request.method.toUpperCase())) return false
  if (header && !header[1].test(headersOf(request).get(header[0]) ?? '')) return false
  if (!host) return true
  const { hostname, host: own } = new URL(request.url)
  return host.test(hostname) || variables.some((variable) => hostOf(environment()[variable]) === own)
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : undefined
}
