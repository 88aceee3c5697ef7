import type { Exchange } from '../build-cassette.ts'

/** The variable parts of a chat. */
interface Chat {
  readonly prompt?: string
  readonly text?: string | null
  readonly city?: string
  readonly tokens?: number
}

/** A chat with OpenAI, with a usage of 12 and `tokens` tokens. A city adds the call of a tool. */
export function chatExchange({
  prompt = 'How warm is it?',
  text = 'It is 21 °C.',
  city,
  tokens = 9,
}: Chat = {}): Exchange {
  const tool_calls = [
    { id: String(tokens), type: 'function', function: { name: 'weather', arguments: `{"b":1,"city":"${city}"}` } },
  ]
  return {
    method: 'POST',
    url: 'https://api.openai.com/v1/chat/completions',
    request: JSON.stringify({ model: 'gpt-5-mini', messages: [{ role: 'user', content: prompt }] }),
    response: JSON.stringify({
      object: 'chat.completion',
      model: 'gpt-5-mini',
      choices: [
        {
          message: { role: 'assistant', content: text, ...(city === undefined ? {} : { tool_calls }) },
          finish_reason: city === undefined ? 'stop' : 'tool_calls',
        },
      ],
      usage: { prompt_tokens: 12, completion_tokens: tokens, total_tokens: 12 + tokens },
    }),
    type: 'application/json',
  }
}
