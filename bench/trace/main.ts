import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setupServer } from 'msw/node'
import type * as Library from '../../src/index.ts'
import { instrument } from './instrument.ts'

// Counts the calls of one request on its way through the library: `npm run trace`, or `npm run trace -- other/checkout/src`.

/** The files of the calls since the last reset, in order. */
let calls: string[] = []

const [source = 'src'] = process.argv.slice(2)
const folder = mkdtempSync(resolve('node_modules', '.trace-'))
try {
  await instrument(resolve(source), join(folder, 'library.js'))
  const { openCassette }: typeof Library = await import(join(folder, 'library.js'))
  Object.assign(globalThis, { traceCall: (file: string) => calls.push(file) })
  const upstream = createServer((_request, response) => response.end('{"answer":"Olá!"}')).listen(0, '127.0.0.1')
  await once(upstream, 'listening')
  const host = `127.0.0.1:${(upstream.address() as AddressInfo).port}`
  const file = join(folder, 'cassette.yaml')

  const recording = openCassette(file, { mode: 'once', hosts: [host] })
  report('recording', await trace(recording, host, 'Hello'))
  await recording.close()
  upstream.close()

  report('replay', await trace(openCassette(file, { mode: 'replay' }), host, 'Hello'))
  report('mismatch', await trace(openCassette(file, { mode: 'replay' }), host, 'Goodbye'))
} finally {
  rmSync(folder, { recursive: true })
}

/** Sends one request through MSW, reads its answer, and returns the files of the calls that this took. */
async function trace(session: Library.CassetteSession, host: string, content: string): Promise<string[]> {
  const server = setupServer(...session.handlers)
  const options: Record<string, unknown> = { onUnhandledRequest: 'error', onUnhandledFrame: 'error' }
  server.listen(options)
  calls = []
  const body = JSON.stringify({ model: 'small', messages: [{ role: 'user', content }] })
  const response = await fetch(`http://${host}/chat`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
  await response.text()
  // A recording is saved right after its last byte.
  await new Promise((done) => setTimeout(done, 50))
  server.close()
  return calls
}

function report(kind: string, files: readonly string[]): void {
  console.log(
    `${kind.padEnd(9)}  ${files.length} calls, ${new Set(files).size} files, ${countReturns(files)} returns to a file that was left`,
  )
}

function countReturns(files: readonly string[]): number {
  return files.filter((file, index) => index > 0 && files[index - 1] !== file && files.indexOf(file) < index).length
}
