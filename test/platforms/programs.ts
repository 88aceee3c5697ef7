/** Records into a file and replays it: for runtimes with a file system. Prints its result as JSON. */
export const FILE_PROGRAM = `
import { CassetteParseError, openCassette, parseCassette, stringifyCassette } from 'msw-cassette/fetch'
import { readFileSync } from 'node:fs'

const [origin, file] = process.argv.slice(-2)
const hosts = [new URL(origin).host]
const ask = async (session) => {
  const body = '{"question":"Hi?"}'
  const headers = { 'content-type': 'application/json', authorization: 'Bearer not-to-be-saved' }
  const response = await session.fetch(origin + '/chat', { method: 'POST', body, headers })
  const chunks = []
  for await (const chunk of response.body) chunks.push(new TextDecoder().decode(chunk))
  return chunks.join('')
}
const recording = openCassette(file, { mode: 'once', hosts })
const recorded = await ask(recording)
await recording.close()
const session = openCassette(file, { mode: 'replay' })
const replayed = await ask(session)
session.verify()
const mismatch = await session.fetch(origin + '/other')
const leaked = readFileSync(file, 'utf8').includes('not-to-be-saved')
// Formats other than go-vcr 2 are loaded on demand.
const har = parseCassette(stringifyCassette(session.cassette, { format: 'har' }))
let refused = false
try {
  parseCassette('version: 2\\ninteractions: {')
} catch (error) {
  refused = error instanceof CassetteParseError
}
console.log(JSON.stringify({ recorded, replayed, mismatch: mismatch.status, leaked, format: har.format, refused }))
`

/** Replays the text of a cassette: for runtimes without files. Defines `run`, which resolves with its result. */
export const PAGE_PROGRAM = `
import { openCassette, parseCassette } from 'msw-cassette/fetch'
import cassette from 'cassette'

export async function run() {
  const send = async (session, change = (text) => text) => {
    const { url, method, body } = session.cassette.interactions[0].request
    const text = change(new TextDecoder().decode(body))
    return session.fetch(url, { method, body: text, headers: { 'content-type': 'application/json' } })
  }
  const session = openCassette(cassette, { mode: 'replay' })
  const response = await send(session)
  const reader = response.body.getReader()
  let events = 0
  while (!(await reader.read()).done) events++
  session.verify()
  const spaced = await send(openCassette(cassette, { mode: 'replay' }), (text) => ' ' + text)
  const changed = await send(openCassette(parseCassette(cassette), { mode: 'replay' }), () => '{}')
  return { status: response.status, events, spaced: spaced.status, changed: changed.status }
}
`
