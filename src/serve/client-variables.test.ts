import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { addressOf } from '../../test/clients/address-of.ts'
import { installedClients } from '../../test/clients/clients.ts'
import { clientVariables } from './client-variables.ts'
import { resolveRoutes, toUpstreamUrl } from './routes.ts'

test.each(installedClients)('$name reads $variable', async (client) => {
  expect(await addressOf(client, resolve('.'))).toEqual({ via: 'server', url: client.url })
})

test('a route of a provider keeps its variables', () => {
  const routes = resolveRoutes({ openai: 'https://gateway.test/openai', mine: 'https://mine.test' })
  expect(clientVariables('http://127.0.0.1:80', routes).OPENAI_BASE_URL).toBe('http://127.0.0.1:80/openai/v1')
  expect(toUpstreamUrl('/openai/v1/models', routes)).toBe('https://gateway.test/openai/v1/models')
})

test.each([
  ['/anthropic/v1/messages', 'https://api.anthropic.com/v1/messages'],
  ['/anthropic/messages?beta=true', 'https://api.anthropic.com/v1/messages?beta=true'],
  ['/anthropic/messages/batches', 'https://api.anthropic.com/v1/messages/batches'],
  ['/anthropic/api/hello', 'https://api.anthropic.com/api/hello'],
  ['/anthropic', 'https://api.anthropic.com'],
])('%s leads to %s: the version can be a part of the base URL', (path, url) => {
  expect(toUpstreamUrl(path, resolveRoutes())).toBe(url)
})
