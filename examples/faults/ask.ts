import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey, maxRetries: 2 })

/** Asks a question, and fails if the answer is incomplete. */
export async function ask(
  question: string,
  signal?: AbortSignal,
): Promise<string> {
  let text = ''
  let reason: string | null = null
  for await (const { delta, finish_reason } of choices(question, signal)) {
    text += delta.content ?? ''
    reason = finish_reason ?? reason
  }
  if (reason === null) throw new Error('The answer is incomplete.')
  return text
}

/** Asks a question, and takes the end of the stream for the end of the answer. */
export async function askNaively(
  question: string,
  signal?: AbortSignal,
): Promise<string> {
  let text = ''
  for await (const { delta } of choices(question, signal))
    text += delta.content ?? ''
  return text
}

async function* choices(question: string, signal: AbortSignal | undefined) {
  const stream = await client.chat.completions.create(
    {
      model: 'gpt-5-mini',
      messages: [{ role: 'user', content: question }],
      stream: true,
    },
    { signal },
  )
  for await (const chunk of stream) yield* chunk.choices
}
