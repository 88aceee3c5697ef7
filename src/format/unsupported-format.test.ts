import { expect, test } from 'vitest'
import { refusal } from '../../test/refusal.ts'
import { parseCassette } from './parse-cassette.ts'

test.each([
  ['a cassette of version "2"', 'version: "2"\ninteractions: []\n'],
  [
    'a cassette without a version',
    'interactions:\n- request: {url: https://a.test/, method: GET}\n  response: {code: 200}\n',
  ],
  ['a cassette of version 3', 'version: 3\ninteractions:\n- request: {url: https://a.test/, method: GET}\n'],
  [
    'a log of a WebSocket, not of HTTP exchanges (its interactions have: kind, direction, data)',
    'version: 1\ninteractions:\n- kind: message\n  direction: sent\n  data: {}\n',
  ],
  [
    'a log of gRPC, not of HTTP exchanges (its interactions have: request_sample, response_sample)',
    'version: 1\ninteractions:\n- request_sample: {}\n  response_sample: {}\n',
  ],
  ["a scenario of Datadog's API tests, with paths instead of URLs", '{"feature":"x","recordings":[]}'],
  ['an expectation of MockServer', '[{"httpRequest":{"path":"/a"},"httpResponse":{"statusCode":200}}]'],
  ['an expectation of MockServer', '{"httpRequest":{"path":"/a"},"httpForward":{"host":"a.test"}}'],
  ['a stub mapping of WireMock', '{"request":{"method":"GET","url":"/a"},"response":{"status":200,"body":"x"}}'],
  ['a stub mapping of WireMock', '{"mappings":[{"request":{"urlPathPattern":"/a.*"},"response":{"status":200}}]}'],
  ['a stub mapping of WireMock', '{"Guid":"1","Request":{"Path":{"Matchers":[]}},"Response":{"StatusCode":200}}'],
  ['a stub mapping of WireMock', '[{"request":{"url":"/a","method":"GET"},"response":{"status":200}}]'],
  ['a stub mapping of WireMock', '{"request":{"method":"ANY"},"response":{"proxyBaseUrl":"https://a.test"}}'],
  ['a contract of Pact', '{"consumer":{"name":"a"},"provider":{"name":"b"},"interactions":[{"request":{"path":"/"}}]}'],
  ['a contract of Pact', '{"consumer":{"name":"a"},"provider":{"name":"b"},"messages":[]}'],
  ['fixtures of aimock', '{"fixtures":[{"match":{"userMessage":"hi"},"response":{"content":"Hello"}}]}'],
  [
    'a tape of talkback',
    "{\n    meta: {\n        host: 'https://a.test',\n    },\n    req: {\n        url: '/a',\n    },\n}\n",
  ],
  ['fixtures of aimock', '[{"match":{"userMessage":"hi"},"response":{"content":"Hello"}}]'],
  ['a tape of talkback', `// edited\n{ "meta": {}, "note": "${'x'.repeat(20_000)}", "req": {"url": "/a"}, 'res': {} }`],
  ['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12345\n'],
  [undefined, '{"request":{},"response":{}}'],
  [undefined, 'name: Olá\n'],
  [undefined, '[5]'],
])('names a format that it can not read: %s', (found, text) => {
  expect(refusal(() => parseCassette(text, { path: 'a.yaml' }))).toMatchObject({
    code: 'cassette_format',
    file: 'a.yaml',
    line: 1,
    column: 1,
    found,
  })
})

test.each([
  ['version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 1\n', /run "git lfs pull"/],
  ['{"fixtures":[{"match":{},"response":{}}]}', /Record the exchange with this library into a new file\.$/],
  ['version: 2\n>>>>>>> main\n', /Resolve the conflict: keep one side, or record the cassette again/],
])('tells what to do with %j', (text, advice) => {
  expect(refusal(() => parseCassette(text))?.message).toMatch(advice)
})
