import { suggest } from '../../diagnostics/suggest.ts'
import { parseSource } from '../../format/document/source-document.ts'
import { readGoVcr2Fast } from '../../format/go-vcr-2/fast/read-fast.ts'
import { isJsonObject } from '../../json/json-value.ts'
import type { LintRule, Problem } from '../lint-rule.ts'

/** A misspelled key is ignored: the body or the status that it should have set is another one. */
export const unknownKey: LintRule = {
  name: 'unknown-key',
  severity: 'warning',
  summary: 'keys of a go-vcr 2 file that neither go-vcr nor this library reads',
  check({ format, text, path }) {
    if (format !== 'go-vcr-2') return []
    // It reads no file with an unknown key.
    if (readGoVcr2Fast(new TextEncoder().encode(text), path)) return []
    const { value } = parseSource(text, path)
    if (!isJsonObject(value)) return []
    const { interactions } = value
    return [
      ...findUnknown(value, ['version', 'interactions'], undefined),
      ...(Array.isArray(interactions) ? interactions : []).flatMap((interaction: unknown, index) => [
        ...findUnknown(interaction, ['id', 'recorded_at', 'recorded_by', 'sample', 'request', 'response'], index),
        ...findUnknown(memberOf(interaction, 'request'), REQUEST_KEYS, index),
        ...findUnknown(memberOf(interaction, 'response'), RESPONSE_KEYS, index),
        ...findUnknownOfWebSocket(memberOf(memberOf(interaction, 'response'), 'websocket'), index),
      ]),
    ]
  },
}

const MESSAGE_KEYS = [
  'proto',
  'proto_major',
  'proto_minor',
  'transfer_encoding',
  'trailer',
  'content_length',
  'body',
  'headers',
]
const REQUEST_KEYS = [...MESSAGE_KEYS, 'id', 'host', 'remote_addr', 'request_uri', 'form', 'url', 'method']
const RESPONSE_KEYS = [...MESSAGE_KEYS, 'uncompressed', 'status', 'code', 'duration', 'chunks', 'open_end', 'websocket']

function findUnknownOfWebSocket(websocket: unknown, index: number): Problem[] {
  const frames = memberOf(websocket, 'frames')
  const problems = [
    ...findUnknown(websocket, ['version', 'frames', 'close'], index),
    ...(Array.isArray(frames) ? frames : []).flatMap((frame: unknown) =>
      findUnknown(frame, ['from', 'at', 'text', 'binary'], index),
    ),
    ...findUnknown(memberOf(websocket, 'close'), ['from', 'code', 'reason'], index),
  ]
  return problems.map(({ message, place }) => ({ message, place: { ...place, part: 'response.websocket' } }))
}

function memberOf(value: unknown, key: string): unknown {
  return isJsonObject(value) ? value[key] : undefined
}

function findUnknown(value: unknown, known: readonly string[], index: number | undefined): Problem[] {
  if (!isJsonObject(value)) return []
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      message: `the key "${key.slice(0, 60)}" is unknown, and nothing reads it.${suggest(key, known)}`,
      place: index === undefined ? { kind: 'file' } : { kind: 'interaction', index, text: key },
    }))
}
