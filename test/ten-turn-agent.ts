import { join } from 'node:path'
import { type CassetteOptions, type CassetteSession, openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { type LocalServer, startServer } from './start-server.ts'
import { makeTempFolder } from './temp-folder.ts'

/** The settings of a run of the agent. */
export interface AgentRun {
  readonly prompt?: string
  /** The results of the tool by turn, instead of `done N`. */
  readonly results?: Readonly<Record<number, string>>
  readonly model?: string
}

/** An agent with ten turns, and a provider that counts its calls and answers each call with another text and another id. */
export interface TenTurns extends AsyncDisposable {
  readonly file: string
  readonly provider: LocalServer
  open(options: CassetteOptions): CassetteSession
  run(session: CassetteSession, run: AgentRun): Promise<string>
}

/** Creates the agent and its provider. Nothing is recorded yet. */
export async function createTenTurnAgent(): Promise<TenTurns> {
  let calls = 0
  const provider = await startServer((_request, response, body) => {
    const turn = JSON.parse(body).messages.filter(({ role }: { role: string }) => role === 'tool').length
    const call = ++calls
    response.setHeader('content-type', 'text/event-stream')
    const send = (delta: object, finish_reason: string | null): void => {
      const chunk = { id: `chat-${call}`, choices: [{ index: 0, delta, finish_reason }] }
      response.write(`data: ${JSON.stringify(chunk)}\n\n`)
    }
    for (const delta of [{ role: 'assistant' }, ...toDeltas(turn, call)]) send(delta, null)
    send({}, turn === 9 ? 'stop' : 'tool_calls')
    response.end('data: [DONE]\n\n')
  })
  const file = join(makeTempFolder(), 'agent.yaml')
  return {
    file,
    provider,
    open: (options) => openCassette(file, { hosts: [provider.host], ...options }),
    run: (session, run) =>
      runAgent(new OpenAI({ apiKey: 'x', baseURL: `${provider.origin}/v1`, fetch: session.fetch, maxRetries: 0 }), run),
    [Symbol.asyncDispose]: () => provider.close(),
  }
}

/** The text and the call arrive in pieces. */
function toDeltas(turn: number, call: number): object[] {
  const texts = ['Now ', `call ${call} of `, `turn ${turn}`].map((content) => ({ content }))
  if (turn === 9) return texts
  const tool = (fields: object): object => ({ tool_calls: [{ index: 0, ...fields }] })
  const [begin, end] = ['{"st', `ep":"s${call}"}`]
  return [
    ...texts,
    tool({ id: `call_${call}`, type: 'function', function: { name: 'next', arguments: begin } }),
    tool({ function: { arguments: end } }),
  ]
}

async function runAgent(
  client: OpenAI,
  { prompt = 'Do ten steps.', results = {}, model = 'm' }: AgentRun,
): Promise<string> {
  const messages: OpenAI.ChatCompletionMessageParam[] = [
    { role: 'system', content: 'You are an agent.' },
    { role: 'user', content: prompt },
  ]
  for (let turn = 0; turn < 10; turn++) {
    const message = await client.chat.completions.stream({ model, messages }).finalMessage()
    messages.push(message)
    const [call] = message.tool_calls ?? []
    if (!call) return message.content ?? ''
    messages.push({ role: 'tool', tool_call_id: call.id, content: results[turn] ?? `done ${turn}` })
  }
  return 'unfinished'
}
