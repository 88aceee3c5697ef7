import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Interaction, openCassette, parseCassette } from 'msw-cassette'
import type { Conversation } from '../../src/llm/conversation.ts'
import { readConversation } from '../../src/llm/read-conversation.ts'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** The response of a local provider. */
export interface Provided {
  readonly type: string
  readonly pieces: readonly (string | Uint8Array)[]
}

/** A recording of an SDK, and the SDK's own result. */
export interface RecordedUse<Result> {
  readonly result: Result
  readonly interaction: Interaction
  readonly conversation: Conversation | undefined
}

/** Records one use of an SDK with a local provider. */
export async function recordConversation<Result>(
  { type, pieces }: Provided,
  use: (provider: { fetch: typeof globalThis.fetch; origin: string }) => Promise<Result>,
): Promise<RecordedUse<Result>> {
  await using provider = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': type })
    for (const piece of pieces) response.write(piece)
    response.end()
  })
  const file = join(makeTempFolder(), 'recorded.yaml')
  const session = openCassette(file, { mode: 'record', hosts: [provider.host] })
  const result = await use({ fetch: session.fetch, origin: provider.origin })
  await session.close()
  const [interaction] = parseCassette(readFileSync(file)).interactions
  if (!interaction) throw new Error('Nothing was recorded.')
  return { result, interaction, conversation: readConversation(interaction) }
}

/** The data lines of server-sent events. */
export const data = (...values: readonly unknown[]): string[] =>
  values.map((value) => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`)

/** Server-sent events that are named after their types. */
export const events = (...values: readonly { readonly type: string }[]): string[] =>
  values.map((value) => `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`)
