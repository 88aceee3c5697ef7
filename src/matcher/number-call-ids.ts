import { isJsonObject, type JsonObject } from '../json/json-value.ts'

/** Members that contain the id of a call, in any object. */
const CALL_ID = /^(?:tool_?call_?id|tool_?use_?id|call_?id|function_?call_?id)$/i

/** Members whose objects have the id of a call as their `id`: Gemini's calls and results, and the calls of chat completions. */
const CALL = /^(?:function_?call|function_?response|tool_?calls?|tool_?use)$/i

/** Values of `type` in an object that has the id of a call as its `id`: Anthropic's and the AI SDK's. */
const CALL_TYPE = /^(?:\w+[-_])?(?:tool[-_]?use|tool[-_]?call)$|^function_call$/

/**
 * Replaces the ids of tool calls and of their results by numbers, in their order of appearance. Some SDKs invent these ids, so
 * they differ in each run. A result still has to belong to the same call.
 *
 * @param body a JSON value, which is not changed
 */
export function numberCallIds(body: unknown): unknown {
  const numbers = new Map<string, string>()
  const toNumber = (id: string): string => {
    const number = numbers.get(id) ?? `call ${numbers.size + 1}`
    numbers.set(id, number)
    return number
  }
  return replaceIds(body, '', toNumber)
}

/** Visits members by name, because the order in which they are written is irrelevant. */
function replaceIds(value: unknown, name: string, toNumber: (id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => replaceIds(item, name, toNumber))
  if (!isJsonObject(value)) return value
  const members = Object.keys(value)
    .sort()
    .map((key) => {
      const member = value[key]
      const isId = typeof member === 'string' && member !== '' && isCallId(key, value, name)
      return [key, isId ? toNumber(member) : replaceIds(member, key, toNumber)]
    })
  return Object.fromEntries(members)
}

function isCallId(key: string, object: JsonObject, name: string): boolean {
  if (key !== 'id') return CALL_ID.test(key)
  return CALL.test(name) || (typeof object.type === 'string' && CALL_TYPE.test(object.type))
}
