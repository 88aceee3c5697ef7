import { expect, test } from 'vitest'
import { findProvider } from './find-provider.ts'

test.each([
  ['api.openai.com', 'openai'],
  ['eu.api.openai.com', 'openai'],
  ['my-resource.openai.azure.com', 'azure'],
  ['us-central1-aiplatform.googleapis.com', 'google-vertex'],
  ['aiplatform.googleapis.com', 'google-vertex'],
  ['bedrock-runtime.us-east-1.amazonaws.com', 'aws-bedrock'],
  ['router.huggingface.co', 'huggingface'],
  ['notapi.openai.com', undefined],
  ['api.openai.com.evil.test', undefined],
  ['localhost', undefined],
  ['', undefined],
])('the host %j belongs to %s', (host, provider) => {
  const exchange = { host, path: '/', status: 200, request: { kind: 'empty' }, response: { kind: 'empty' } } as const
  expect(findProvider(exchange)).toBe(provider)
})
