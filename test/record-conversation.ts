import { join } from 'node:path'
import { type CassetteOptions, type CassetteSession, openCassette } from 'msw-cassette'
import { type LocalServer, startServer } from './start-server.ts'
import { makeTempFolder } from './temp-folder.ts'

/** A recorded conversation with a provider that counts its calls. */
export interface Conversation {
  readonly file: string
  readonly provider: LocalServer
  open(options?: CassetteOptions): CassetteSession
  /** Sends the prompts, each with all prompts and answers before it. */
  talk(session: CassetteSession, prompts: readonly string[]): Promise<string[]>
}

/** Records a conversation. */
export async function recordConversation(prompts: readonly string[]): Promise<Conversation & AsyncDisposable> {
  const provider = await startServer((_request, response, body) => {
    const last = JSON.parse(body).messages.at(-1).content
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ answer: `re ${last}` }))
  })
  const file = join(makeTempFolder(), 'chat.yaml')
  const conversation: Conversation = {
    file,
    provider,
    open: (options) => openCassette(file, { hosts: [provider.host], ...options }),
    async talk(session, said) {
      const messages: { role: string; content: string }[] = []
      for (const content of said) {
        messages.push({ role: 'user', content })
        const answer = await send(session, provider, messages)
        messages.push({ role: 'assistant', content: answer })
      }
      return messages.flatMap(({ role, content }) => (role === 'assistant' ? [content] : []))
    },
  }
  await using session = conversation.open({ mode: 'once' })
  await conversation.talk(session, prompts)
  session.verify()
  return { ...conversation, [Symbol.asyncDispose]: () => provider[Symbol.asyncDispose]() }
}

/** Sends a request, and returns the text of its answer. */
export async function send(session: CassetteSession, { origin }: LocalServer, messages: unknown): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const response = await session.fetch(`${origin}/v1/chat`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ messages }),
  })
  return (await response.json()).answer
}
