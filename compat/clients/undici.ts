import { Agent, request, fetch as undiciFetch } from 'undici'
import type { Client, Target } from '../client.ts'

/** undici's own functions, which MSW does not intercept. */
export const clients: readonly Client[] = [
  {
    name: 'undici (request)',
    package: 'undici',
    routes: ['MSW 3', 'MSW 2'],
    escapes: 'always',
    calls: {
      plain: async (target) => {
        const { body } = await request(...toArguments(target))
        return body.json()
      },
    },
  },
  {
    name: 'undici (fetch)',
    package: 'undici',
    routes: ['MSW 3', 'MSW 2'],
    escapes: 'always',
    calls: { plain: async (target) => (await undiciFetch(...toArguments(target))).json() },
  },
]

function toArguments({ base, prompt }: Target) {
  const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: prompt }] })
  const headers = { 'content-type': 'application/json' }
  return [`${base}/v1/chat/completions`, { method: 'POST' as const, headers, body, dispatcher: new Agent() }] as const
}
