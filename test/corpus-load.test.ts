import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findHeader, type Interaction } from '../src/cassette.ts'
import { parseCassette } from '../src/format/parse-cassette.ts'
import { corpus, corpusFiles, digest, type ExpectedInteraction } from './corpus.ts'

test.skipIf(corpus === 'absent')('loads every go-vcr 2 file of the corpus as an independent reader does', () => {
  const files = corpusFiles('go-vcr-v2')
  for (const { name, file, expected } of files) {
    const { interactions } = parseCassette(readFileSync(file), { path: name })
    expect({ name, interactions: interactions.map(summarize) }).toEqual({
      name,
      interactions: expected.map(
        ({ method, url, status, requestContentType, contentType, requestBody, responseBody }) => ({
          method,
          url,
          status,
          requestContentType,
          contentType,
          requestBody,
          responseBody,
        }),
      ),
    })
  }
  expect(files.length).toBeGreaterThan(300)
})

function summarize({ request, response }: Interaction): ExpectedInteraction {
  return {
    method: request.method,
    url: request.url,
    status: response.status,
    requestContentType: findHeader(request.headers, 'content-type') ?? null,
    contentType: findHeader(response.headers, 'content-type') ?? null,
    requestBody: digest(request.body),
    responseBody: digest(response.body),
  }
}
