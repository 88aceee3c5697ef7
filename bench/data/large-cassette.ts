import { closeSync, openSync, writeSync } from 'node:fs'
import { events, requestBody, url } from './exchange.ts'

/** The size of the single body in a large cassette. */
export interface LargeBody {
  readonly bytes: number
  readonly events: number
}

/**
 * Writes a cassette with one interaction and a large body, as the block of text that this library writes.
 *
 * @param file the path of the cassette
 * @param bytes the minimum size of the body, which contains only complete events
 */
export function writeLargeCassette(file: string, bytes: number): LargeBody {
  const target = openSync(file, 'w')
  const [event = '', done = ''] = events(2)
  const count = Math.ceil((bytes - done.length) / event.length)
  const line = `      ${event.trimEnd()}\n\n`
  writeSync(
    target,
    `---\nversion: 2\ninteractions:\n- id: 0\n  request:\n    body: '${requestBody(0)}'\n    headers:\n      Content-Type:\n      - application/json\n    url: ${url}\n    method: POST\n  response:\n    body: |+\n`,
  )
  for (let left = count; left > 0; left -= 1000) writeSync(target, line.repeat(Math.min(left, 1000)))
  writeSync(
    target,
    `      ${done.trimEnd()}\n\n    headers:\n      Content-Type:\n      - text/event-stream\n    status: 200 OK\n    code: 200\n    duration: 1s\n`,
  )
  closeSync(target)
  return { bytes: count * event.length + done.length, events: count + 1 }
}
