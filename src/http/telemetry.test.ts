import { expect, test } from 'vitest'
import type { HttpRequest } from './http-request.ts'
import { checkTelemetry, isTelemetry, type TelemetryService } from './telemetry.ts'

const post = (url: string, headers: HttpRequest['headers'] = [], method = 'POST') => ({ method, url, headers })
const JSON_TYPE = [['Content-Type', 'application/json']] as const
const PROTOBUF = [['content-type', 'application/x-protobuf']] as const

const samples: Record<TelemetryService, ReturnType<typeof post>[]> = {
  'openai-agents': [post('https://api.openai.com/v1/traces/ingest'), post('http://127.0.0.1:1/v1/traces/ingest')],
  langsmith: [
    post('https://api.smith.langchain.com/runs/multipart'),
    post('https://eu.api.smith.langchain.com/runs/batch'),
    post('https://api.smith.langchain.com/runs/3f0b1a52-6c1e-4c5b-9d0e-1f2a3b4c5d6e', [], 'PATCH'),
    post('https://api.smith.langchain.com/info', [], 'GET'),
  ],
  otlp: [
    post('http://localhost:4318/v1/traces', JSON_TYPE),
    post('http://localhost:4318/v1/logs', JSON_TYPE),
    post('https://api.honeycomb.io/v1/metrics', PROTOBUF),
    post('https://otel.example.com/otlp/v1/logs', [['user-agent', 'OTel-OTLP-Exporter-JavaScript/0.200.0']]),
    post('https://api.smith.langchain.com/otel/v1/traces', PROTOBUF),
  ],
  sentry: [
    post('https://o1.ingest.us.sentry.io/api/4501/envelope/?sentry_key=x&sentry_version=7'),
    post('https://errors.example.com/api/7/store/'),
  ],
  posthog: [post('https://us.i.posthog.com/batch/'), post('https://eu.i.posthog.com/i/v0/e/?ip=0')],
  langfuse: [post('https://cloud.langfuse.com/api/public/ingestion', JSON_TYPE)],
  next: [
    post('https://telemetry.nextjs.org/api/v1/record'),
    post('https://packages.example.com/-/package/next/dist-tags', [], 'GET'),
    post('https://packages.example.com/npm/-/npm/v1/security/advisories/bulk'),
  ],
  segment: [post('https://api.segment.io/v1/batch')],
}

test.each(Object.entries(samples))('%s is known as telemetry, unless it is excepted', (service, requests) => {
  for (const request of requests) {
    expect([request.url, isTelemetry(request)]).toEqual([request.url, true])
    expect(isTelemetry(request, { except: [service as TelemetryService] })).toBe(false)
  }
})

test.each([
  post('https://api.openai.com/v1/chat/completions', JSON_TYPE),
  post('https://api.openai.com/v1/threads/t/runs', JSON_TYPE),
  post('https://api.smith.langchain.com/commits/owner/prompt', [], 'GET'),
  post('https://api.smith.langchain.com/datasets', JSON_TYPE),
  post('https://us.i.posthog.com/flags/?v=2', JSON_TYPE),
  post('https://sentry.io/api/0/projects/', [], 'GET'),
  post('https://example.com/v1/logs', JSON_TYPE),
  post('https://example.com/v1/traces', [], 'GET'),
  post('https://cloud.langfuse.com/api/public/v2/prompts/x', [], 'GET'),
  post('https://packages.example.com/-/package/react/dist-tags', [], 'GET'),
  post('<API_BASE>/v1/traces/ingest'),
])('%j is no telemetry', (request) => {
  expect(isTelemetry(request)).toBe(false)
})

test('servers that an environment variable names, and URLs of the option, receive telemetry', () => {
  const names = { LANGSMITH_ENDPOINT: 'http://127.0.0.1:1/langsmith', OTEL_EXPORTER_OTLP_ENDPOINT: 'https://a.test/x' }
  Object.assign(process.env, names)
  try {
    expect(isTelemetry(post('http://127.0.0.1:1/langsmith/runs/batch'))).toBe(true)
    expect(isTelemetry(post('http://127.0.0.1:2/langsmith/runs/batch'))).toBe(false)
    expect(isTelemetry(post('https://a.test/x/v1/logs', JSON_TYPE))).toBe(true)
  } finally {
    for (const name of Object.keys(names)) delete process.env[name]
  }
  const options = { urls: [/^https:\/\/stats\.test\//g] }
  for (const _ of [1, 2]) expect(isTelemetry(post('https://stats.test/x', [], 'PUT'), options)).toBe(true)
})

test.each([
  post('https://api.openai.com/v1/traces/ingest', [], 'POSTED'),
  post('https://api.openai.com/v1/traces/ingest', [], 'REPOST'),
  post('text https://api.openai.com/v1/traces/ingest'),
  post('https://api.segment.io.example.com/v1/batch'),
  post('https://notsentry.io/x/envelope/'),
  post('https://example.com/?next=/v1/traces/ingest'),
  post('https://example.com/otlp/v1/logs', [['x-content-type', 'application/x-protobuf']]),
])('%j only resembles telemetry', (request) => {
  expect(isTelemetry(request)).toBe(false)
})

test('a service that is excepted, and URLs that match nothing, leave all other services alone', () => {
  const segment = post('https://api.segment.io/v1/batch')
  expect(isTelemetry(segment, { except: ['sentry', 'otlp'], urls: [/nothing/] })).toBe(true)
  expect(isTelemetry(post('https://a.test/', [], 'GET'), { urls: [/nothing/] })).toBe(false)
  expect(isTelemetry(post('https://a.test/stats'), { urls: [/nothing/, /stats$/] })).toBe(true)
})

test('a method in lower case is the same method', () => {
  expect(isTelemetry(post('https://api.segment.io/v1/batch', [], 'post'))).toBe(true)
})

test.each([undefined, {}, { except: [], urls: [] }, { except: ['sentry'], urls: [/a/] }])(
  'the option %j is accepted',
  (value) => {
    expect(() => checkTelemetry(value, 'telemetry')).not.toThrow()
  },
)

test.each([
  [{ except: ['sentri'] }, 'telemetry.except'],
  [{ urls: ['https://a.test'] }, 'telemetry.urls'],
  [['sentry'], 'telemetry'],
])('the invalid option %j is refused', (value, option) => {
  expect(() => checkTelemetry(value, 'telemetry')).toThrow(expect.objectContaining({ option }))
})
