import { dropParameters } from '../body/url-encoded.ts'
import { isWebSocketUrl } from '../http/web-socket-url.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'
import { listOf, objectOf, oneOf } from '../options/checks.ts'
import { ignoreAppendedMedia } from './ignore-appended-media.ts'
import type { Normalize } from './match-options.ts'
import { numberCallIds } from './number-call-ids.ts'

const rules = {
  'empty-members': { member: dropEmpty },
  'false-defaults': { member: dropFalseDefault },
  'nested-json': { member: readNestedJson },
  'developer-role': { member: renameDeveloper },
  'single-text': { member: unwrapSingleText },
  'max-tokens': { object: renameMaxTokens },
  'sdk-members': { object: dropSdkMembers },
  'call-ids': { body: numberCallIds },
  'api-version': { url: dropApiVersion },
  'event-ids': { frame: dropEventId },
  'appended-media': { frame: ignoreAppendedMedia },
} satisfies Record<string, Rule>

/**
 * A difference between what two SDKs send for the same call:
 *
 * - `empty-members`: members that are null, `""`, `[]` or `{}`, or absent
 * - `false-defaults`: `stream`, `strict`, `disable_parallel_tool_use` and `prefix` that are false, or absent
 * - `nested-json`: how the JSON in `arguments` is spelled
 * - `developer-role`: the roles `developer` and `system`
 * - `single-text`: `[{ type: 'text', text }]` as `content` or `system`, or the text alone
 * - `max-tokens`: `max_completion_tokens` and `max_tokens`
 * - `sdk-members`: `include`, `stream_options`, `usage`, `anthropic_version`, the `eager_input_streaming` of a tool, the
 *   `name` of a tool's message, the `index` of a tool call, the `role` of a `systemInstruction`
 * - `call-ids`: the ids of tool calls and of their results, which are numbered by their order of appearance
 * - `api-version`: `/v1beta/models` and `/v1/models`; the query parameters `api-version` and `beta`
 * - `event-ids`: the `event_id` of the frames of a WebSocket
 * - `appended-media`: the audio and video that the frames of a WebSocket append, which still have to be of the same kind
 */
export type LlmRule = keyof typeof rules

/**
 * Makes requests equal that mean the same to a model: they differ only in values that SDKs and frameworks add, omit or spell
 * differently. Use it for cassettes that were recorded by another SDK, language or version. Recordings with only such
 * differences become equal requests, so prefer the exact default if it is sufficient.
 *
 * @param options.except rules to omit; default: none
 * @returns a function for the option `match.normalize`
 * @throws CassetteOptionError for an unknown rule
 * @example
 * openCassette('fixtures/from-go.yaml', { match: { normalize: llmDefaults({ except: ['sdk-members'] }) } })
 */
export function llmDefaults(options: { except?: readonly LlmRule[] } = {}): Normalize {
  checkLlmOptions(options, 'llmDefaults')
  const { except = [] } = options
  const chosen = Object.entries<Rule>(rules).flatMap(([name, rule]) =>
    except.some((each) => each === name) ? [] : rule,
  )
  return ({ request }) => {
    for (const { url } of chosen) url?.(request.url)
    const frame = isWebSocketUrl(request.url.href)
      ? chosen.reduce((value, rule) => rule.frame?.(value) ?? value, request.body)
      : request.body
    const body = chosen.reduce((value, rule) => rule.body?.(value) ?? value, frame)
    request.body = normalizeValue(body, chosen, '')
  }
}

const checkLlmOptions = objectOf<{ except?: readonly LlmRule[] }>({
  except: (value, option) => {
    listOf(() => true, 'a list of rules')(value, option)
    for (const rule of (value ?? []) as readonly unknown[]) oneOf(Object.keys(rules))(rule, option)
  },
})

interface Rule {
  /** Changes the URL in place. */
  readonly url?: (url: URL) => void
  /** Returns the new value of a frame of a WebSocket, before its body is changed. */
  readonly frame?: (frame: unknown) => unknown
  /** Returns the new value of the whole body, before its parts are visited. */
  readonly body?: (body: unknown) => unknown
  /** Changes an object in place, before its members are visited. */
  readonly object?: (object: JsonObject, name: string) => void
  /** Returns the new value of a member; undefined to drop it. */
  readonly member?: (value: unknown, name: string) => unknown
}

/** Visits children first, so that a value that becomes empty is dropped like one that was empty. */
function normalizeValue(value: unknown, chosen: readonly Rule[], name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => normalizeValue(item, chosen, name))
  if (!isJsonObject(value)) return value
  const object = { ...value }
  for (const rule of chosen) rule.object?.(object, name)
  const members = Object.entries(object).map(([key, member]) => {
    const normalized = normalizeValue(member, chosen, key)
    return [key, chosen.reduce((result, rule) => (rule.member ? rule.member(result, key) : result), normalized)]
  })
  return Object.fromEntries(members.filter(([, member]) => member !== undefined))
}

function dropEmpty(value: unknown): unknown {
  if (value === null || value === '') return undefined
  if (typeof value !== 'object' || value instanceof Uint8Array) return value
  return Object.keys(value).length === 0 ? undefined : value
}

function dropFalseDefault(value: unknown, name: string): unknown {
  const isDefault = ['stream', 'strict', 'disable_parallel_tool_use', 'prefix'].includes(name)
  return isDefault && value === false ? undefined : value
}

function readNestedJson(value: unknown, name: string): unknown {
  return name === 'arguments' && typeof value === 'string' ? (parseJson(value) ?? value) : value
}

function renameDeveloper(value: unknown, name: string): unknown {
  return name === 'role' && value === 'developer' ? 'system' : value
}

function unwrapSingleText(value: unknown, name: string): unknown {
  if (!['content', 'system'].includes(name) || !Array.isArray(value) || value.length !== 1) return value
  const [part] = value
  if (!isJsonObject(part) || Object.keys(part).some((key) => key !== 'type' && key !== 'text')) return value
  return part.type === 'text' || part.type === 'input_text' || part.type === 'output_text' ? part.text : value
}

function renameMaxTokens(object: JsonObject): void {
  if (!('max_completion_tokens' in object) || 'max_tokens' in object) return
  object.max_tokens = object.max_completion_tokens
  delete object.max_completion_tokens
}

function dropSdkMembers(object: JsonObject, name: string): void {
  const dropped = [
    ...(name === '' ? ['include', 'stream_options', 'usage', 'anthropic_version'] : []),
    ...(name === 'tools' ? ['eager_input_streaming'] : []),
    ...(name === 'tool_calls' ? ['index'] : []),
    ...(name === 'systemInstruction' ? ['role'] : []),
    ...(object.role === 'tool' ? ['name'] : []),
  ]
  for (const key of dropped) delete object[key]
}

function dropEventId(frame: unknown): unknown {
  if (!isJsonObject(frame) || !('event_id' in frame)) return frame
  const { event_id: _, ...rest } = frame
  return rest
}

function dropApiVersion(url: URL): void {
  url.pathname = url.pathname.replace(/^\/v1beta\/models\b/, '/v1/models')
  dropParameters(url, (name) => name === 'api-version' || name === 'beta')
}
