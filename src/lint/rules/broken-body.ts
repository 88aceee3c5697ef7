import { mediaType } from '../../body/content-type.ts'
import { decodeUtf8 } from '../../body/decode-utf8.ts'
import { decompress } from '../../body/decompress.ts'
import { findHeader, type HeaderPair, type Interaction } from '../../cassette.ts'
import { describeCause } from '../../errors/describe-cause.ts'
import { contentOf } from '../../http/http-request.ts'
import { findFrameEnds, framingOf } from '../../stream/frames.ts'
import { readStreamEvent } from '../../stream/stream-event.ts'
import type { LintRule, Problem } from '../lint-rule.ts'
import type { Part } from '../place.ts'

/** A body that an edit, a merge or a redaction by another tool has broken. */
export const brokenBody: LintRule = {
  name: 'broken-body',
  severity: 'error',
  summary: 'bodies that can not be decompressed, or are not the JSON that their headers promise',
  async check({ interactions }) {
    const problems: Problem[] = []
    for (const [index, interaction] of interactions.entries()) {
      for (const [part, message] of await findBroken(interaction))
        problems.push({ message, place: { kind: 'interaction', index, part } })
    }
    return problems
  },
}

type Broken = readonly [part: Part, message: string]

async function findBroken(interaction: Interaction): Promise<Broken[]> {
  const { request, response } = interaction
  const sent = describeJson(contentOf(request), request.headers)
  const broken: Broken[] = sent === undefined ? [] : [['request.body', sent]]
  // The body of an error is often that of a proxy in between, and not what its headers promise.
  if (request.method === 'HEAD' || response.openEnd || response.status >= 400) return broken
  try {
    const body = await decompress(interaction)
    const received = describeJson(body, response.headers) ?? describeEvents(body, response.headers)
    return received === undefined ? broken : [...broken, ['response.body', received]]
  } catch (error) {
    return [...broken, ['response.body', `this body can not be decompressed: ${describeCause(error)}. Record it again`]]
  }
}

function describeJson(body: Uint8Array, headers: readonly HeaderPair[]): string | undefined {
  if (body.length === 0 || !/[/+]json$/.test(mediaType(findHeader(headers, 'content-type')))) return undefined
  const text = decodeUtf8(body, 'remove')
  if (text === undefined) return undefined
  const why = jsonError(text)
  if (why === undefined || isJsonLines(text)) return undefined
  return `the content type is JSON, and this is not: ${why}. Restore the body, or record it again`
}

function jsonError(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    // Not the message of the engine, which quotes the body.
    const message = describeCause(error)
    if (/end of JSON|Unterminated/.test(message)) return 'it ends early'
    const [, at] = /position (\d+)/.exec(message) ?? []
    return at === undefined ? 'it has a syntax error' : `it has a syntax error at character ${at}`
  }
}

function isJsonLines(text: string): boolean {
  const lines = text.trim().split('\n')
  return lines.length > 1 && lines.every((line) => line.trim() === '' || jsonError(line) === undefined)
}

/** Reports an event that is not JSON although most of the others are. */
function describeEvents(body: Uint8Array<ArrayBuffer>, headers: readonly HeaderPair[]): string | undefined {
  const framing = framingOf(findHeader(headers, 'content-type') ?? '', body)
  if (framing === 'whole') return undefined
  const ends = findFrameEnds(body, framing)
  const broken = ends.findIndex((end, index) => {
    const { data = '', json } = readStreamEvent(body.subarray(ends[index - 1] ?? 0, end), framing) ?? {}
    return /^\s*\{/.test(data) && json === undefined
  })
  if (broken === -1) return undefined
  return `event ${broken + 1} of ${ends.length} begins as JSON, and is not JSON. Restore the body, or record it again`
}
