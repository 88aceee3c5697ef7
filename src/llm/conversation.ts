/** One interaction with a model, read as a conversation. Unknown values are absent, never guessed. */
export interface Conversation {
  /** The protocol that its bodies have, such as `openai-chat`. */
  readonly protocol: string
  readonly operation: Operation
  /** Who answered, such as `openai`; absent if neither the body nor the host shows it. */
  readonly provider?: string
  /** The model of the response; if that has none, of the request. */
  readonly model?: string
  /** The names of the tools that the request offers, in its order. */
  readonly tools: readonly string[]
  /** The messages of the request, in its order. Instructions come first, as a `system` message. */
  readonly messages: readonly Message[]
  /** The answers, assembled from the events of a stream; several if the request wanted several, none if it failed. */
  readonly answers: readonly ConversationAnswer[]
  readonly usage?: Usage
  /** The error that the provider reported, also within a stream. */
  readonly error?: ProviderError
}

/** The kind of work that a request wants. */
export type Operation = 'chat' | 'embeddings' | 'image' | 'speech' | 'transcription' | 'moderation' | 'rerank' | 'mcp'

export interface Message {
  readonly role: 'system' | 'user' | 'assistant' | 'tool'
  readonly parts: readonly Part[]
}

export interface ConversationAnswer {
  readonly parts: readonly Part[]
  /** As the provider spells it; absent if it reported none, such as in a stream that was cut. */
  readonly finishReason?: string
}

/** One part of a message. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** `text` is empty if the provider sent the reasoning encrypted or only its signature. */
  | { readonly kind: 'reasoning'; readonly text: string }
  | { readonly kind: 'refusal'; readonly text: string }
  | ToolCall
  | ToolResult
  | Media
  | { readonly kind: 'vectors'; readonly count: number; readonly dimensions?: number }
  /** A part that this library does not know: its type as the provider names it, and its parsed JSON. */
  | { readonly kind: 'other'; readonly type: string; readonly value: unknown }

export interface ToolCall {
  readonly kind: 'tool-call'
  readonly id?: string
  readonly name: string
  /** Parsed JSON; the text itself if it is not JSON, such as that of a cut stream. */
  readonly arguments: unknown
}

export interface ToolResult {
  readonly kind: 'tool-result'
  /** The `id` of its call. */
  readonly id?: string
  /** The name of the tool, found by the id of the call if the result has none. */
  readonly name?: string
  readonly outcome: 'success' | 'error'
  readonly parts: readonly Part[]
}

/** An image, a sound or a file: its kind and size, never its bytes. */
export interface Media {
  readonly kind: 'media'
  readonly medium: 'image' | 'audio' | 'video' | 'file'
  /** Such as `image/png`. */
  readonly type?: string
  /** The decoded size; absent for a reference. */
  readonly bytes?: number
  /** How long a sound lasts, in milliseconds, if it is a WAV file or its type has the rate of its samples. */
  readonly duration?: number
  /** The address or the id of a reference. */
  readonly reference?: string
}

/** Tokens as recorded. */
export interface Usage {
  /** All input tokens, cached ones included. */
  readonly input?: number
  readonly cachedInput?: number
  /** The part of the input that was written to a cache, if the provider counts it. */
  readonly cacheWriteInput?: number
  /** All output tokens, reasoning included. */
  readonly output?: number
  readonly reasoning?: number
  /** As recorded, in US dollars. */
  readonly cost?: number
}

export interface ProviderError {
  /** As the provider names it, such as `overloaded_error`. */
  readonly type?: string
  readonly message: string
}
