import { canonicalJson } from '../json/canonical-json.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'

/** Members that contain the id of a call, in the result of a tool. */
const CALL_ID = /^(?:tool_?call_?id|tool_?use_?id|call_?id)$/i

/** Tells whether two texts, which differ, both repeat what the answer before them said. */
export type IsEcho = (recorded: string, received: string) => boolean

/**
 * Compares the messages that two requests add to a conversation. Only texts in a model's message and ids of calls can be echoes: the
 * result of a tool and a message of the user never are.
 */
export function equalApartFromEchoes(
  recorded: readonly unknown[],
  received: readonly unknown[],
  isEcho: IsEcho,
): boolean {
  return (
    recorded.length === received.length &&
    recorded.every((message, index) => {
      const place = isModelMessage(message) && isModelMessage(received[index]) ? 'model' : 'other'
      return areEqual(message, received[index], place, isEcho)
    })
  )
}

type Place = 'model' | 'other'

/** The items of a response in the Responses API have a type instead of a role. */
function isModelMessage(message: unknown): boolean {
  if (!isJsonObject(message)) return false
  const { role, type } = message
  if (role !== undefined) return role === 'assistant' || role === 'model'
  return typeof type === 'string' && /_call$|^reasoning$/.test(type)
}

function areEqual(recorded: unknown, received: unknown, place: Place, isEcho: IsEcho): boolean {
  if (typeof recorded === 'string' && typeof received === 'string')
    return recorded === received || (place === 'model' && isEcho(recorded, received))
  if (Array.isArray(recorded) && Array.isArray(received))
    return (
      recorded.length === received.length &&
      recorded.every((item, index) => areEqual(item, received[index], place, isEcho))
    )
  if (isJsonObject(recorded) && isJsonObject(received)) return haveEqualMembers(recorded, received, place, isEcho)
  return canonicalJson(recorded) === canonicalJson(received)
}

function haveEqualMembers(recorded: JsonObject, received: JsonObject, place: Place, isEcho: IsEcho): boolean {
  const names = Object.keys(recorded)
  return (
    names.length === Object.keys(received).length &&
    names.every((name) => {
      if (!Object.hasOwn(received, name)) return false
      // Roles, types and the names of tools are what a model decided.
      const inner = /^(?:role|type|name)$/.test(name) ? 'other' : CALL_ID.test(name) ? 'model' : place
      return areEqual(recorded[name], received[name], inner, isEcho)
    })
  )
}
