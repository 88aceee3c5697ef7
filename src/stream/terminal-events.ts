/** How to recognize the last event of a provider's stream: by its text, its name, or a member of its JSON. */
export type TerminalEvent = { readonly provider: string } & (
  | { readonly text: string }
  /** The value of `event:`, or the type of a message of AWS. */
  | { readonly name: string }
  /**
   * The path of a member, with `*` for each element of a list. Without `values`, each value except null, false and '' counts.
   * `only`: another member that the JSON must have.
   */
  | { readonly path: string; readonly values?: readonly (string | boolean)[]; readonly only?: string }
)

/** The last events of all known streams. The connection ends shortly after one of them. */
export const terminalEvents: readonly TerminalEvent[] = [
  { provider: 'OpenAI chat completions and APIs compatible with them, AI SDK', text: '[DONE]' },
  {
    provider: 'OpenAI responses',
    path: 'type',
    values: ['response.completed', 'response.failed', 'response.incomplete', 'response.cancelled'],
  },
  {
    provider: 'OpenAI images, speech, transcription',
    path: 'type',
    values: ['image_generation.completed', 'image_edit.completed', 'speech.audio.done', 'transcript.text.done'],
  },
  { provider: 'OpenAI assistants, Replicate', name: 'done' },
  { provider: 'Anthropic', path: 'type', values: ['message_stop'] },
  { provider: 'Anthropic, OpenAI', path: 'type', values: ['error'] },
  { provider: 'Gemini, Vertex AI', path: 'candidates.*.finishReason' },
  { provider: 'Gemini', path: 'promptFeedback.blockReason' },
  { provider: 'Gemini interactions', path: 'event_type', values: ['interaction.complete', 'interaction.completed'] },
  { provider: 'Ollama', path: 'done', values: [true] },
  { provider: 'Cohere', path: 'type', values: ['message-end'] },
  { provider: 'Cohere 1', path: 'event_type', values: ['stream-end'] },
  { provider: 'Hugging Face text generation', path: 'generated_text' },
  { provider: 'Dify', path: 'event', values: ['message_end', 'workflow_finished'] },
  { provider: 'LangGraph', name: 'end' },
  { provider: 'Bedrock Converse', name: 'messageStop' },
  { provider: 'Bedrock InvokeModel', path: 'amazon-bedrock-invocationMetrics' },
  { provider: 'Bedrock agents', name: 'exception' },
  { provider: 'MCP', path: 'result', only: 'jsonrpc' },
  { provider: 'APIs that end a stream with an error', path: 'error' },
]
