import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })

export async function interview(
  questions: readonly string[],
): Promise<string[]> {
  const messages: OpenAI.ChatCompletionMessageParam[] = []
  const answers: string[] = []
  for (const content of questions) {
    messages.push({ role: 'user', content })
    const { choices } = await client.chat.completions.create({
      model: 'gpt-5-mini',
      messages,
    })
    const answer = choices[0]?.message.content ?? ''
    messages.push({ role: 'assistant', content: answer })
    answers.push(answer)
  }
  return answers
}
