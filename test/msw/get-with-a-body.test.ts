import http from 'node:http'
import { buffer } from 'node:stream/consumers'
import axios from 'axios'
import { expect, test } from 'vitest'
import { startServer } from '../start-server.ts'
import { startMswServer } from './start-msw-server.ts'
import { startRecording } from './start-recording.ts'

const server = startMswServer()

interface Seen {
  readonly status: number
  readonly text: string
}

/** As Elasticsearch's clients and others send it. */
const clients: Record<string, (url: string) => Promise<Seen>> = {
  axios: async (url) => {
    const { status, data } = await axios.get(url, { data: { query: {} }, validateStatus: null, responseType: 'text' })
    return { status, text: data }
  },
  'node:http with a length': (url) => send(url, 'GET', { 'content-length': 12 }),
  'node:http in chunks': (url) => send(url, 'GET', { 'transfer-encoding': 'chunked' }),
}

function send(url: string, method: string, headers: http.OutgoingHttpHeaders): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers }, async (response) => {
      resolve({ status: response.statusCode ?? 0, text: String(await buffer(response)) })
    })
    request.on('error', reject).end('{"query":{}}')
  })
}

test.each(Object.entries(clients))(
  'a GET with a body from %s is refused and not sent without it',
  async (_name, get) => {
    await using upstream = await startServer((_request, response) => void response.end('found'))
    await using session = startRecording(server, upstream)
    const { status, text } = await get(`${upstream.origin}/_search`)
    expect({ status, text, requests: upstream.requests, recorded: session.recorded }).toEqual({
      status: 400,
      text: expect.stringMatching(/this GET request has a body.+Send it as a POST/),
      requests: 0,
      recorded: [],
    })
    expect(() => session.verify()).toThrow('this GET request has a body')
  },
)

test('a GET without a body is recorded', async () => {
  await using upstream = await startServer((_request, response) => void response.end('found'))
  await using session = startRecording(server, upstream)
  const { data } = await axios.get(upstream.origin, { headers: { 'content-length': 0 } })
  expect({ data, mismatches: session.mismatches }).toEqual({ data: 'found', mismatches: [] })
})
