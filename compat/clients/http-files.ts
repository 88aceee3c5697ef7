import axios from 'axios'
import NodeFormData from 'form-data'
import got from 'got'
import ky from 'ky'
import nodeFetch, { Blob as NodeFetchBlob, FormData as NodeFetchFormData } from 'node-fetch'
import superagent from 'superagent'
import type { Client, Target } from '../client.ts'

const FILE = Uint8Array.of(0, 255, 254, 10, 13)
const BYTES = 'arraybuffer' as const

/** How plain HTTP clients upload a file, and read an answer that is not text. */
export const fileCalls = {
  fetch: {
    'FormData upload': async ({ own, ...target }) =>
      (await (own.fetch ?? fetch)(uploadUrlOf(target), { method: 'POST', body: formOf() })).json(),
    'binary answer': async ({ own, ...target }) =>
      toBase64(await (await (own.fetch ?? fetch)(speechUrlOf(target), initOf(target))).arrayBuffer()),
  },
  axios: {
    'FormData upload': async (target) => (await axios.post(uploadUrlOf(target), formOf())).data,
    'form-data upload': async (target) => (await axios.post(uploadUrlOf(target), nodeFormOf())).data,
    'binary answer': async (target) =>
      toBase64((await axios.post(speechUrlOf(target), speechOf(target), { responseType: BYTES })).data),
  },
  axiosFetch: {
    'FormData upload': async (target) => (await axios.post(uploadUrlOf(target), formOf(), adapterOf(target))).data,
    'binary answer': async (target) => {
      const options = { responseType: BYTES, ...adapterOf(target) }
      return toBase64((await axios.post(speechUrlOf(target), speechOf(target), options)).data)
    },
  },
  got: {
    'FormData upload': (target) => got.post(uploadUrlOf(target), { body: formOf() }).json(),
    'form-data upload': (target) => got.post(uploadUrlOf(target), { body: nodeFormOf() }).json(),
    'binary answer': async (target) =>
      toBase64(await got.post(speechUrlOf(target), { json: speechOf(target) }).buffer()),
  },
  nodeFetch: {
    'FormData upload': async (target) => {
      const body = new NodeFetchFormData()
      body.append('file', new NodeFetchBlob([FILE], { type: 'audio/wav' }), 'a.wav')
      return (await nodeFetch(uploadUrlOf(target), { method: 'POST', body })).json()
    },
    'form-data upload': async (target) =>
      (await nodeFetch(uploadUrlOf(target), { method: 'POST', body: nodeFormOf() })).json(),
    'binary answer': async (target) =>
      toBase64(await (await nodeFetch(speechUrlOf(target), initOf(target))).arrayBuffer()),
  },
  ky: {
    'FormData upload': ({ own, ...target }) => ky.post(uploadUrlOf(target), { body: formOf(), ...own }).json(),
    'binary answer': async ({ own, ...target }) =>
      toBase64(await ky.post(speechUrlOf(target), { json: speechOf(target), ...own }).arrayBuffer()),
  },
  superagent: {
    'file upload': async (target) =>
      (await superagent.post(uploadUrlOf(target)).attach('file', Buffer.from(FILE), 'a.wav')).body,
    'binary answer': async (target) =>
      toBase64((await superagent.post(speechUrlOf(target)).send(speechOf(target)).responseType(BYTES)).body),
  },
} satisfies Record<string, Client['calls']>

type Place = Pick<Target, 'base' | 'prompt'>

function uploadUrlOf({ base }: Place): string {
  return `${base}/v1/audio/transcriptions`
}

function speechUrlOf({ base }: Place): string {
  return `${base}/v1/audio/speech`
}

function speechOf({ prompt }: Place) {
  return { model: 'tts-1', voice: 'alloy', input: prompt }
}

function initOf(place: Place) {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(speechOf(place)) }
}

function adapterOf({ own }: Target) {
  return { adapter: 'fetch' as const, ...(own.fetch && { env: own }) }
}

function formOf(): FormData {
  const form = new FormData()
  form.append('model', 'whisper-1')
  form.append('file', new Blob([FILE], { type: 'audio/wav' }), 'a.wav')
  return form
}

/** The form of the package form-data, which is a stream of Node. */
function nodeFormOf(): NodeFormData {
  const form = new NodeFormData()
  form.append('model', 'whisper-1')
  form.append('file', Buffer.from(FILE), { filename: 'a.wav', contentType: 'audio/wav' })
  return form
}

function toBase64(bytes: ArrayBuffer | Uint8Array): string {
  return Buffer.from(bytes as Uint8Array).toString('base64')
}
