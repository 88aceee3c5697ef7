import { canonicalJson } from '../json/canonical-json.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'

/** The body of a request to a model, in the parts that echoes compare. */
export interface SplitRequest {
  readonly messages: readonly unknown[]
  /** The text of each message; equal messages have equal texts. */
  readonly keys: readonly string[]
  /** The instructions outside of the messages, such as Anthropic's `system`. */
  readonly instructions: string
  /** All other members, such as the model and the tools. */
  readonly rest: string
}

/** The members with the messages: of chat completions, Anthropic, Ollama and Bedrock; of Responses; of Gemini. */
const MESSAGES = ['messages', 'input', 'contents']

const INSTRUCTIONS = new Set(['system', 'instructions', 'systemInstruction', 'system_instruction'])

/** Splits the body of a request to a model; undefined if it has no list of messages. */
export function splitRequest(body: unknown): SplitRequest | undefined {
  if (!isJsonObject(body)) return undefined
  const member = MESSAGES.find((name) => Array.isArray(body[name]))
  const messages = member === undefined ? undefined : body[member]
  if (!Array.isArray(messages)) return undefined
  return {
    messages,
    keys: messages.map(canonicalJson),
    instructions: canonicalJson(select(body, (name) => INSTRUCTIONS.has(name))),
    rest: canonicalJson(select(body, (name) => name !== member && !INSTRUCTIONS.has(name))),
  }
}

/** Tells whether a request continues another one: it has the same messages, followed by others. */
export function continues({ keys, instructions }: SplitRequest, earlier: SplitRequest): boolean {
  return (
    earlier.keys.length > 0 &&
    keys.length > earlier.keys.length &&
    instructions === earlier.instructions &&
    earlier.keys.every((key, index) => keys[index] === key)
  )
}

function select(object: JsonObject, isSelected: (name: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => isSelected(name)))
}
