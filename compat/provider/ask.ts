/** A request to the provider. */
export interface Ask {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The address of the provider, for answers with links. */
  readonly origin: string
  readonly text: string
  /** The body, if it is a JSON object. */
  readonly body: Readonly<Record<string, unknown>>
  /** Different for each request, so that only a replay has the id that was recorded. */
  readonly id: string
  /** Whether the model calls the tool `weather`: the prompt contains TOOL, and its result is not among the messages yet. */
  readonly turn: 'text' | 'tool call'
  /** The text of the model, one word for each event. A prompt that contains SLOW or OBJECT gets sixty words, or JSON. */
  readonly words: readonly string[]
}

const WORDS = ['It ', 'is ', '21 ', '°C ', 'in ', 'Lisbon', '.']
const MANY_WORDS = Array.from({ length: 60 }, (_, index) => `w${index} `)
const OBJECT = ['{"city":', '"Lis', 'bon"', '}']
const HAS_RESULT =
  /"role":\s*"tool"|tool_result|toolResult|functionResponse|function_call_output|"type":\s*"tool-result"/

/**
 * Reads a request.
 *
 * @param head its method, path and headers, and the address of the provider
 * @param text its body
 * @param id see `Ask`
 */
export function readAsk(head: Pick<Ask, 'method' | 'path' | 'headers' | 'origin'>, text: string, id: string): Ask {
  return {
    ...head,
    text,
    body: parseObject(text),
    id,
    turn: text.includes('TOOL') && !HAS_RESULT.test(text) ? 'tool call' : 'text',
    words: text.includes('SLOW') ? MANY_WORDS : text.includes('OBJECT') ? OBJECT : WORDS,
  }
}

function parseObject(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
