import { PassThrough } from 'node:stream'
import axios from 'axios'
import got from 'got'
import ky from 'ky'
import nodeFetch from 'node-fetch'
import superagent from 'superagent'
import { type Client, collect, type Target, withoutFetch } from '../client.ts'
import { fileCalls } from './http-files.ts'

const KEY = { authorization: 'Bearer not-needed' }
const HEADERS = { ...KEY, 'content-type': 'application/json' }

/** Plain HTTP clients, with a request as OpenAI's API expects it. */
export const clients: readonly Client[] = [
  {
    name: 'fetch',
    calls: {
      plain: async ({ own, ...target }) => {
        const response = await (own.fetch ?? fetch)(urlOf(target), { ...initOf(target), signal: target.signal })
        return (await passed(response)).json()
      },
      stream: async ({ own, ...target }) => {
        const response = await (own.fetch ?? fetch)(urlOf(target), {
          ...initOf(target, 'stream'),
          signal: target.signal,
        })
        return readText((await passed(response)).body, target)
      },
      ...fileCalls.fetch,
    },
  },
  {
    name: 'axios',
    routes: withoutFetch,
    calls: {
      plain: async (target) => (await axios.post(urlOf(target), bodyOf(target), axiosOf(target))).data,
      stream: async (target) =>
        readText((await axios.post(urlOf(target), bodyOf(target, 'stream'), axiosOf(target, 'stream'))).data, target),
      ...fileCalls.axios,
    },
  },
  {
    name: 'axios (adapter: fetch)',
    package: 'axios',
    calls: {
      plain: async (target) => (await axios.post(urlOf(target), bodyOf(target), axiosFetchOf(target))).data,
      stream: async (target) => {
        const { data } = await axios.post(urlOf(target), bodyOf(target, 'stream'), axiosFetchOf(target, 'stream'))
        return readText(data, target)
      },
      ...fileCalls.axiosFetch,
    },
  },
  {
    name: 'got',
    routes: withoutFetch,
    calls: {
      plain: (target) => got.post(urlOf(target), { json: bodyOf(target), headers: KEY, signal: target.signal }).json(),
      stream: (target) =>
        readText(
          got.stream.post(urlOf(target), { json: bodyOf(target, 'stream'), headers: KEY, signal: target.signal }),
          target,
        ),
      ...fileCalls.got,
    },
  },
  {
    name: 'node-fetch',
    routes: withoutFetch,
    calls: {
      plain: async (target) =>
        (await passed(await nodeFetch(urlOf(target), { ...initOf(target), signal: target.signal }))).json(),
      stream: async (target) => {
        const response = await nodeFetch(urlOf(target), { ...initOf(target, 'stream'), signal: target.signal })
        return readText((await passed(response)).body, target)
      },
      ...fileCalls.nodeFetch,
    },
  },
  {
    name: 'ky',
    calls: {
      plain: (target) => {
        const retry = { methods: ['post' as const] }
        return ky.post(urlOf(target), { json: bodyOf(target), signal: target.signal, retry, ...target.own }).json()
      },
      stream: async (target) => {
        const options = { json: bodyOf(target, 'stream'), signal: target.signal, ...target.own }
        return readText((await ky.post(urlOf(target), options)).body, target)
      },
      ...fileCalls.ky,
    },
  },
  {
    name: 'superagent',
    routes: withoutFetch,
    calls: {
      plain: async (target) => (await superagent.post(urlOf(target)).set(HEADERS).send(bodyOf(target)).retry(2)).body,
      stream: (target) => {
        const output = new PassThrough()
        const request = superagent.post(urlOf(target)).set(HEADERS).send(bodyOf(target, 'stream'))
        request.on('error', (error) => output.destroy(error))
        target.signal.addEventListener('abort', () => {
          request.abort()
          output.destroy(new Error('aborted'))
        })
        request.pipe(output)
        return readText(output, target)
      },
      ...fileCalls.superagent,
    },
  },
]

type Stream = 'stream' | 'no stream'
type Place = Pick<Target, 'base' | 'prompt'>

function urlOf({ base }: Place): string {
  return `${base}/v1/chat/completions`
}

function bodyOf({ prompt }: Place, stream: Stream = 'no stream') {
  return { model: 'm', stream: stream === 'stream', messages: [{ role: 'user', content: prompt }] }
}

function initOf(place: Place, stream: Stream = 'no stream') {
  return { method: 'POST', headers: HEADERS, body: JSON.stringify(bodyOf(place, stream)) }
}

function axiosOf({ signal }: Target, stream: Stream = 'no stream') {
  return { headers: HEADERS, signal, ...(stream === 'stream' && { responseType: 'stream' as const }) }
}

function axiosFetchOf(target: Target, stream: Stream = 'no stream') {
  return { ...axiosOf(target, stream), adapter: 'fetch' as const, ...(target.own.fetch && { env: target.own }) }
}

async function passed<T extends { ok: boolean; status: number; text(): Promise<string> }>(response: T): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response
}

async function readText(body: unknown, { onPiece }: Pick<Target, 'onPiece'>): Promise<string> {
  const decoder = new TextDecoder()
  const pieces = await collect(body as AsyncIterable<Uint8Array>, onPiece, (bytes) =>
    decoder.decode(bytes as Uint8Array, { stream: true }),
  )
  return pieces.join('')
}
