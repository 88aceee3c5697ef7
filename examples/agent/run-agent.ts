import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })

const tools: OpenAI.ChatCompletionTool[] = [
  {
    type: 'function',
    function: {
      name: 'get_weather',
      parameters: { type: 'object', properties: { city: { type: 'string' } } },
    },
  },
]

export async function runAgent(
  question: string,
  callTool: (name: string, input: string) => string,
): Promise<string> {
  const messages: OpenAI.ChatCompletionMessageParam[] = [
    { role: 'user', content: question },
  ]
  for (let turn = 0; turn < 10; turn++) {
    const { choices } = await client.chat.completions.create({
      model: 'gpt-5-mini',
      messages,
      tools,
    })
    const message = choices[0]?.message
    if (!message?.tool_calls) return message?.content ?? ''
    messages.push(message)
    for (const call of message.tool_calls) {
      if (call.type !== 'function') continue
      const content = callTool(call.function.name, call.function.arguments)
      messages.push({ role: 'tool', tool_call_id: call.id, content })
    }
  }
  throw new Error('The agent did not finish in 10 turns')
}
