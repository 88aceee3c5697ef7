import type { Client } from './client.ts'

/** The modules with clients. Each is tried in processes of its own. */
export const modules = [
  'openai',
  'anthropic',
  'google',
  'ai-sdk',
  'langchain',
  'openai-agents',
  'mistral',
  'cohere',
  'ollama',
  'huggingface',
  'aws',
  'mcp',
  'mastra',
  'llamaindex',
  'http',
  'undici',
  'openai-live',
  'google-live',
  'openai-agents-live',
  'ai-live',
  'transcription-live',
] as const
export type ClientModule = (typeof modules)[number]

/** Imports the clients of one module. */
export async function loadClients(module: ClientModule): Promise<readonly Client[]> {
  const { clients } = await import(`./clients/${module}.ts`)
  return clients
}
