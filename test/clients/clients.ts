/** A client, and how its requests are addressed. */
export interface Client {
  /** The package. */
  readonly name: string
  /** A program that sends a request with it. The keys are in the environment. */
  readonly program: string
  /** The URL of the request without any variable. */
  readonly url: string
  /** The variable of `msw-cassette serve` that it reads. Without one, it needs an option. */
  readonly variable?: string
}

const chat = "{ model: 'm', messages: [{ role: 'user', content: 'hi' }] }"
const ai = (name: string, create: string): string =>
  `import { generateText } from 'ai'; import { ${create} } from '@ai-sdk/${name}'; await generateText({ model: ${create}('m'), prompt: 'hi', maxRetries: 0 })`

/** The clients that the project itself installs. */
export const installedClients: readonly Client[] = [
  {
    name: 'openai',
    program: `import OpenAI from 'openai'; await new OpenAI({ maxRetries: 0 }).chat.completions.create(${chat})`,
    url: 'https://api.openai.com/v1/chat/completions',
    variable: 'OPENAI_BASE_URL',
  },
  {
    name: '@anthropic-ai/sdk',
    program: `import Anthropic from '@anthropic-ai/sdk'; await new Anthropic({ maxRetries: 0 }).messages.create({ max_tokens: 1, ...${chat} })`,
    url: 'https://api.anthropic.com/v1/messages',
    variable: 'ANTHROPIC_BASE_URL',
  },
]

/** The other clients, which `npm run test:clients` installs. */
export const otherClients: readonly Client[] = [
  {
    name: '@ai-sdk/openai',
    program: ai('openai', 'openai'),
    url: 'https://api.openai.com/v1/responses',
    variable: 'OPENAI_BASE_URL',
  },
  {
    name: '@ai-sdk/anthropic',
    program: ai('anthropic', 'anthropic'),
    url: 'https://api.anthropic.com/v1/messages',
    variable: 'ANTHROPIC_BASE_URL',
  },
  {
    name: '@ai-sdk/google',
    program: ai('google', 'google'),
    url: 'https://generativelanguage.googleapis.com/v1beta/models/m:generateContent',
  },
  {
    name: '@google/genai',
    program: `import { GoogleGenAI } from '@google/genai'; await new GoogleGenAI({ apiKey: 'k' }).models.generateContent({ model: 'm', contents: 'hi' })`,
    url: 'https://generativelanguage.googleapis.com/v1beta/models/m:generateContent',
    variable: 'GOOGLE_GEMINI_BASE_URL',
  },
  {
    name: 'groq-sdk',
    program: `import Groq from 'groq-sdk'; await new Groq({ maxRetries: 0 }).chat.completions.create(${chat})`,
    url: 'https://api.groq.com/openai/v1/chat/completions',
    variable: 'GROQ_BASE_URL',
  },
  {
    name: 'together-ai',
    program: `import Together from 'together-ai'; await new Together({ maxRetries: 0 }).chat.completions.create(${chat})`,
    url: 'https://api.together.xyz/v1/chat/completions',
    variable: 'TOGETHER_BASE_URL',
  },
  {
    name: '@openrouter/sdk',
    program: `import { OpenRouter } from '@openrouter/sdk'; await new OpenRouter({ apiKey: 'k', retryConfig: { strategy: 'none' } }).chat.send({ chatRequest: ${chat} })`,
    url: 'https://openrouter.ai/api/v1/chat/completions',
    variable: 'OPENROUTER_BASE_URL',
  },
  {
    name: '@perplexity-ai/perplexity_ai',
    program: `import Perplexity from '@perplexity-ai/perplexity_ai'; await new Perplexity({ maxRetries: 0 }).chat.completions.create(${chat})`,
    url: 'https://api.perplexity.ai/chat/completions',
    variable: 'PERPLEXITY_BASE_URL',
  },
  {
    name: 'cohere-ai',
    program: `import { CohereClientV2 } from 'cohere-ai'; await new CohereClientV2({ token: 'k' }).chat(${chat}, { maxRetries: 0 })`,
    url: 'https://api.cohere.com/v2/chat',
  },
  {
    name: '@mistralai/mistralai',
    program: `import { Mistral } from '@mistralai/mistralai'; await new Mistral({ apiKey: 'k', retryConfig: { strategy: 'none' } }).chat.complete(${chat})`,
    url: 'https://api.mistral.ai/v1/chat/completions',
  },
  {
    name: '@huggingface/inference',
    program: `import { InferenceClient } from '@huggingface/inference'; await new InferenceClient('k').chatCompletion({ provider: 'hf-inference', ...${chat} })`,
    // It first requests which provider has the model.
    url: 'https://huggingface.co/api/models/m?expand[]=inferenceProviderMapping',
  },
  {
    name: 'ollama',
    program: `import ollama from 'ollama'; await ollama.chat(${chat})`,
    url: 'http://127.0.0.1:11434/api/chat',
  },
]
