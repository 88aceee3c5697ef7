/** A provider that a server of cassettes offers under a path. */
export interface Provider {
  /** The first segment of the path, such as `openai`. */
  readonly name: string
  /**
   * The origin to which requests are sent while recording. `{}` stands for the second segment of the path, if the provider has a
   * host for each region or resource.
   */
  readonly origin: string
  /** The environment variables that clients read, each with the path that it has to contain after that of the provider. */
  readonly variables?: Readonly<Record<string, string>>
  /**
   * The version in its paths, with the first segments after it. Clients that read the same variable do not agree on whether it
   * contains the version, so it is added to a path that lacks it.
   */
  readonly version?: { readonly path: string; readonly before: readonly string[] }
}

/**
 * The known providers. `npm run test:clients` tests the variables of the clients for JavaScript; those of Cohere and Ollama are read by
 * their clients for Python, and by the `ollama` program.
 * `msw-cassette serve` and `session.listen` offer them without an option.
 */
export const providers: readonly Provider[] = [
  { name: 'openai', origin: 'https://api.openai.com', variables: { OPENAI_BASE_URL: '/v1' } },
  {
    name: 'anthropic',
    origin: 'https://api.anthropic.com',
    variables: { ANTHROPIC_BASE_URL: '' },
    version: { path: '/v1', before: ['messages', 'models'] },
  },
  {
    name: 'gemini',
    origin: 'https://generativelanguage.googleapis.com',
    variables: { GOOGLE_GEMINI_BASE_URL: '' },
  },
  { name: 'openrouter', origin: 'https://openrouter.ai', variables: { OPENROUTER_BASE_URL: '/api/v1' } },
  { name: 'groq', origin: 'https://api.groq.com', variables: { GROQ_BASE_URL: '' } },
  { name: 'mistral', origin: 'https://api.mistral.ai' },
  { name: 'cohere', origin: 'https://api.cohere.com', variables: { CO_API_URL: '' } },
  { name: 'xai', origin: 'https://api.x.ai' },
  { name: 'deepseek', origin: 'https://api.deepseek.com' },
  { name: 'together', origin: 'https://api.together.xyz', variables: { TOGETHER_BASE_URL: '/v1' } },
  { name: 'fireworks', origin: 'https://api.fireworks.ai' },
  { name: 'perplexity', origin: 'https://api.perplexity.ai', variables: { PERPLEXITY_BASE_URL: '' } },
  { name: 'azure', origin: 'https://{}.openai.azure.com' },
  { name: 'bedrock', origin: 'https://bedrock-runtime.{}.amazonaws.com' },
  { name: 'vertex', origin: 'https://{}-aiplatform.googleapis.com' },
  { name: 'huggingface', origin: 'https://router.huggingface.co' },
  { name: 'ollama', origin: 'http://localhost:11434', variables: { OLLAMA_HOST: '' } },
]
