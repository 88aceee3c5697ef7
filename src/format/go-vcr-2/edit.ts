import { decodeUtf8 } from '../../body/decode-utf8.ts'
import { fromBinaryString, toBinaryString } from '../../bytes/binary-string.ts'
import { hasEqualBytes } from '../../bytes/byte-view.ts'
import type { HeaderPair, Interaction, WebSocketConversation } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { type DocumentEdit, editDocument } from '../document/edit-document.ts'
import type { Path } from '../document/path.ts'
import { parseSource } from '../document/source-document.ts'
import { readGoForm } from './go-form.ts'

/** A new version of interactions. */
export interface GoVcr2Changes {
  readonly before: readonly Interaction[]
  /**
   * As many as `before`. Each has the same method, status and headers, except for values, and headers that were removed; and as many
   * frames of the same kinds.
   */
  readonly after: readonly Interaction[]
  /** Changes a text that is not a part of the model, such as `request_uri`. */
  readonly changeText: (text: string) => string
}

/**
 * Changes interactions in the text of a go-vcr version 2 file. Everything else keeps its bytes.
 *
 * @param text the current file
 * @returns undefined if the file has a style in which values can't be replaced by themselves
 */
export function editGoVcr2(text: string, { before, after, changeText }: GoVcr2Changes): string | undefined {
  const { value } = parseSource(text, '<text>')
  const items = isJsonObject(value) && Array.isArray(value.interactions) ? value.interactions : []
  const edits = before.flatMap((interaction, index) => {
    const changed = after[index] ?? interaction
    return changed === interaction ? [] : toEdits(items[index], interaction, changed, changeText, index)
  })
  return editDocument(text, edits)
}

function toEdits(
  item: unknown,
  before: Interaction,
  after: Interaction,
  changeText: GoVcr2Changes['changeText'],
  index: number,
): DocumentEdit[] {
  const path = ['interactions', index]
  const { request, response } = (isJsonObject(item) ? item : {}) as { request?: unknown; response?: unknown }
  return [
    ...set([...path, 'recorded_by'], before.recordedBy, after.recordedBy),
    ...set([...path, 'request', 'url'], before.request.url, after.request.url),
    ...toMessageEdits(request, before.request, after.request, [...path, 'request']),
    ...toFormEdits(request, after.request, [...path, 'request', 'form']),
    ...['request_uri', 'remote_addr'].flatMap((key) => changeMember(request, key, changeText, [...path, 'request'])),
    ...toMessageEdits(response, before.response, after.response, [...path, 'response']),
    ...changeMember(
      response,
      'status',
      (status) => status.replace(before.response.statusText, () => after.response.statusText),
      [...path, 'response'],
    ),
    ...(before.response.chunks && !after.response.chunks
      ? [{ path: [...path, 'response', 'chunks'], value: undefined }]
      : []),
    ...toWebSocketEdits(before.response.websocket, after.response.websocket, [...path, 'response', 'websocket']),
  ]
}

function set(path: Path, before: string | undefined, after: string | undefined): DocumentEdit[] {
  return before === after || before === undefined ? [] : [{ path, value: after }]
}

type Message = Pick<Interaction['request'], 'headers' | 'body'>

function toMessageEdits(message: unknown, before: Message, after: Message, path: Path): DocumentEdit[] {
  const edits = toHeaderEdits(message, before.headers, after.headers, [...path, 'headers'])
  if (hasEqualBytes(before.body, after.body)) return edits
  const hasLength = isJsonObject(message) && message.content_length === before.body.length
  return [
    ...edits,
    { path: [...path, 'body'], value: after.body },
    ...(hasLength ? [{ path: [...path, 'content_length'], value: after.body.length }] : []),
  ]
}

function toHeaderEdits(
  message: unknown,
  before: readonly HeaderPair[],
  after: readonly HeaderPair[],
  path: Path,
): DocumentEdit[] {
  const map = isJsonObject(message) && isJsonObject(message.headers) ? message.headers : {}
  return Object.entries(map).flatMap(([name, values]): DocumentEdit[] => {
    const [was, is] = [valuesOf(before, name), valuesOf(after, name)]
    if (is.length === 0 && was.length > 0) return [{ path: [...path, name], value: undefined }]
    return was.flatMap((value, index) => {
      const place = Array.isArray(values) ? [...path, name, index] : [...path, name]
      return value === is[index] ? [] : [{ path: place, value: is[index] ?? '' }]
    })
  })
}

function valuesOf(headers: readonly HeaderPair[], name: string): string[] {
  return headers.flatMap(([candidate, value]) => (candidate === name ? [value] : []))
}

/** The key `form` repeats the fields of the URL and the body. */
function toFormEdits(message: unknown, after: Interaction['request'], path: Path): DocumentEdit[] {
  const form = isJsonObject(message) && isJsonObject(message.form) ? message.form : {}
  const fields = readGoForm(after)
  return Object.entries(form).flatMap(([name, values]) => {
    const current = fields
      .get(toBinaryString(new TextEncoder().encode(name)))
      ?.map((value) => decodeUtf8(fromBinaryString(value)))
    return (Array.isArray(values) ? values : []).flatMap((value: unknown, index) => {
      const field = current?.[index]
      return typeof value === 'string' && field !== undefined && field !== value
        ? [{ path: [...path, name, index], value: field }]
        : []
    })
  })
}

function toWebSocketEdits(
  before: WebSocketConversation | undefined,
  after: WebSocketConversation | undefined,
  path: Path,
): DocumentEdit[] {
  if (!before || !after || before === after) return []
  const edits = before.frames.flatMap(({ data }, index) =>
    toFrameEdits(data, after.frames[index]?.data ?? data, [...path, 'frames', index]),
  )
  return [...edits, ...set([...path, 'close', 'reason'], before.close?.reason, after.close?.reason)]
}

type FrameData = WebSocketConversation['frames'][number]['data']

function toFrameEdits(before: FrameData, after: FrameData, path: Path): DocumentEdit[] {
  if (typeof after === 'string') return before === after ? [] : [{ path: [...path, 'text'], value: after }]
  const isSame = typeof before !== 'string' && hasEqualBytes(before, after)
  return isSame ? [] : [{ path: [...path, 'binary'], value: after, type: 'bytes' }]
}

function changeMember(message: unknown, key: string, change: (text: string) => string, path: Path): DocumentEdit[] {
  const value = isJsonObject(message) ? message[key] : undefined
  const changed = typeof value === 'string' ? change(value) : value
  return typeof changed === 'string' && changed !== value ? [{ path: [...path, key], value: changed }] : []
}
