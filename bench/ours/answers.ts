import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createUnpacedStream } from '../baselines/unpaced-stream.ts'
import { events, requestBody } from '../data/exchange.ts'
import type { Recording } from '../run/peer.ts'

/** Writes responses as a project without a library stores them: a JSON file that maps request bodies to chunks. */
export async function writeAnswers({ folder, interactions, events: count }: Recording): Promise<void> {
  const answers = Array.from({ length: interactions }, (_, index) => [requestBody(index), events(count)])
  writeFileSync(answersIn(folder), JSON.stringify(answers))
}

/** Reads them, and returns a function that finds the response stream for a request body. */
export function readAnswers(folder: string): (body: string) => ReadableStream<Uint8Array> | undefined {
  const texts: Map<string, readonly string[]> = new Map(JSON.parse(readFileSync(answersIn(folder), 'utf8')))
  const encoded = new Map<string, readonly Uint8Array[]>()
  return (body) => {
    const chunks = encoded.get(body) ?? texts.get(body)?.map((text) => new TextEncoder().encode(text))
    if (!chunks) return undefined
    encoded.set(body, chunks)
    return createUnpacedStream(chunks)
  }
}

function answersIn(folder: string): string {
  return join(folder, 'answers.json')
}
