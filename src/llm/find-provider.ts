import type { Exchange } from './exchange/read-exchange.ts'

/** The ends of the hosts of known providers: whole names of hosts or domains, unless they begin with a dot or a hyphen. */
const HOSTS: readonly (readonly [end: string, provider: string])[] = [
  ['api.openai.com', 'openai'],
  ['.openai.azure.com', 'azure'],
  ['.services.ai.azure.com', 'azure'],
  ['.cognitiveservices.azure.com', 'azure'],
  ['api.anthropic.com', 'anthropic'],
  ['generativelanguage.googleapis.com', 'google'],
  ['aiplatform.googleapis.com', 'google-vertex'],
  ['-aiplatform.googleapis.com', 'google-vertex'],
  ['.amazonaws.com', 'aws-bedrock'],
  ['.api.aws', 'aws-bedrock'],
  ['openrouter.ai', 'openrouter'],
  ['ai-gateway.vercel.sh', 'vercel'],
  ['api.mistral.ai', 'mistral'],
  ['api.cohere.com', 'cohere'],
  ['api.cohere.ai', 'cohere'],
  ['api.groq.com', 'groq'],
  ['api.x.ai', 'xai'],
  ['api.deepseek.com', 'deepseek'],
  ['api.perplexity.ai', 'perplexity'],
  ['api.together.xyz', 'together'],
  ['api.together.ai', 'together'],
  ['api.fireworks.ai', 'fireworks'],
  ['api.cerebras.ai', 'cerebras'],
  ['api.z.ai', 'zai'],
  ['huggingface.co', 'huggingface'],
  ['api.cloudflare.com', 'cloudflare'],
  ['ollama.com', 'ollama'],
  ['.aliyuncs.com', 'alibaba'],
]

/** Finds who answered, by the host. */
export function findProvider({ host }: Exchange): string | undefined {
  return HOSTS.find(([end]) => host === end || host.endsWith(/^[.-]/.test(end) ? end : `.${end}`))?.[1]
}
