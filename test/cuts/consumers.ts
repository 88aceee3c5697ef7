import { createOpenAI } from '@ai-sdk/openai'
import Anthropic from '@anthropic-ai/sdk'
import { GoogleGenAI } from '@google/genai'
import { Mistral } from '@mistralai/mistralai'
import { streamText } from 'ai'
import Groq from 'groq-sdk'
import { Ollama } from 'ollama'
import OpenAI from 'openai'
import type { streams } from './streams.ts'

/** Code that reads a streamed text as the documentation of its SDK shows. */
export interface Consumer {
  /** The names of the packages. */
  readonly packages: readonly string[]
  readonly way: string
  readonly stream: keyof typeof streams
  read(signal: AbortSignal): Promise<string>
}

const apiKey = 'not-needed'
const messages = [{ role: 'user' as const, content: 'Say hello' }]
const openai = new OpenAI({ apiKey, maxRetries: 0 })
const anthropic = new Anthropic({ apiKey, maxRetries: 0 })
const message = { model: 'm', max_tokens: 100, messages }

export const consumers: readonly Consumer[] = [
  {
    packages: ['openai'],
    way: '`for await` over `chat.completions.create({ stream: true })`',
    stream: 'openaiChat',
    read: async (signal) => {
      const stream = await openai.chat.completions.create({ model: 'm', messages, stream: true }, { signal })
      return join(stream, (chunk) => chunk.choices[0]?.delta.content)
    },
  },
  {
    packages: ['openai'],
    way: '`chat.completions.stream().finalContent()`',
    stream: 'openaiChat',
    read: async (signal) =>
      (await openai.chat.completions.stream({ model: 'm', messages }, { signal }).finalContent()) ?? '',
  },
  {
    packages: ['openai'],
    way: '`for await` over `responses.create({ stream: true })`',
    stream: 'openaiResponses',
    read: async (signal) => {
      const stream = await openai.responses.create({ model: 'm', input: 'Say hello', stream: true }, { signal })
      return join(stream, (event) => (event.type === 'response.output_text.delta' ? event.delta : ''))
    },
  },
  {
    packages: ['@anthropic-ai/sdk'],
    way: '`for await` over `messages.create({ stream: true })`',
    stream: 'anthropic',
    read: async (signal) => {
      const stream = await anthropic.messages.create({ ...message, stream: true }, { signal })
      return join(stream, (event) =>
        event.type === 'content_block_delta' && event.delta.type === 'text_delta' ? event.delta.text : '',
      )
    },
  },
  {
    packages: ['@anthropic-ai/sdk'],
    way: '`messages.stream().finalText()`',
    stream: 'anthropic',
    read: (signal) => anthropic.messages.stream(message, { signal }).finalText(),
  },
  {
    packages: ['ai', '@ai-sdk/openai'],
    way: '`for await` over `streamText().textStream`',
    stream: 'openaiChat',
    read: async (signal) => join(answer(signal).textStream, (text) => text),
  },
  {
    packages: ['ai', '@ai-sdk/openai'],
    way: '`await streamText().text`',
    stream: 'openaiChat',
    read: async (signal) => await answer(signal).text,
  },
  {
    packages: ['@google/genai'],
    way: '`for await` over `models.generateContentStream()`',
    stream: 'gemini',
    read: async (abortSignal) => {
      const config = { abortSignal, httpOptions: { retryOptions: { attempts: 1 } } }
      const request = { model: 'gemini-2.5-flash', contents: 'Say hello', config }
      return join(await new GoogleGenAI({ apiKey }).models.generateContentStream(request), ({ text }) => text)
    },
  },
  {
    packages: ['@mistralai/mistralai'],
    way: '`for await` over `chat.stream()`',
    stream: 'mistralChat',
    read: async (signal) => {
      const stream = await new Mistral({ apiKey }).chat.stream({ model: 'm', messages }, { signal })
      return join(stream, ({ data }) => String(data.choices[0]?.delta.content ?? ''))
    },
  },
  {
    packages: ['groq-sdk'],
    way: '`for await` over `chat.completions.create({ stream: true })`',
    stream: 'groqChat',
    read: async (signal) => {
      const client = new Groq({ apiKey, maxRetries: 0 })
      const stream = await client.chat.completions.create({ model: 'm', messages, stream: true }, { signal })
      return join(stream, (chunk) => chunk.choices[0]?.delta.content)
    },
  },
  {
    packages: ['ollama'],
    way: '`for await` over `chat({ stream: true })`',
    stream: 'ollama',
    read: async (signal) => {
      const client = new Ollama()
      signal.addEventListener('abort', () => client.abort())
      return join(await client.chat({ model: 'm', messages, stream: true }), (part) => part.message.content)
    },
  },
]

function answer(abortSignal: AbortSignal) {
  const model = createOpenAI({ apiKey }).chat('m')
  return streamText({ model, prompt: 'Say hello', maxRetries: 0, abortSignal, onError() {} })
}

async function join<T>(parts: AsyncIterable<T>, toText: (part: T) => string | null | undefined): Promise<string> {
  let text = ''
  for await (const part of parts) text += toText(part) ?? ''
  return text
}
