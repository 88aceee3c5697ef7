import { hasEqualBytes } from '../bytes/byte-view.ts'
import type { HeaderPair, Interaction } from '../cassette.ts'
import type { Part } from './place.ts'

/** A part in which two versions of an interaction differ. */
export interface ChangedPart {
  /** For messages, such as `request.headers.Authorization`. */
  readonly name: string
  readonly part: Part
  /** The name of the header, if it is one. */
  readonly header?: string
}

/** Lists the parts in which two versions of an interaction differ. Both have the same headers, except removed ones. */
export function changedParts(before: Interaction, after: Interaction): ChangedPart[] {
  const { request, response } = before
  return [
    ...(request.url === after.request.url ? [] : [toPart('request.url')]),
    ...changedHeaders('request.headers', request.headers, after.request.headers),
    ...(hasEqualBytes(request.body, after.request.body) ? [] : [toPart('request.body')]),
    ...(response.statusText === after.response.statusText ? [] : [toPart('response.status')]),
    ...changedHeaders('response.headers', response.headers, after.response.headers),
    ...(hasEqualBytes(response.body, after.response.body) ? [] : [toPart('response.body')]),
    ...(response.websocket === after.response.websocket ? [] : [toPart('response.websocket')]),
  ]
}

function toPart(part: Part): ChangedPart {
  return { name: part, part }
}

function changedHeaders(part: Part, before: readonly HeaderPair[], after: readonly HeaderPair[]): ChangedPart[] {
  const kept = new Set(after.map((pair) => pair.join('\0')))
  const names = before.filter((pair) => !kept.has(pair.join('\0'))).map(([name]) => name)
  return [...new Set(names)].map((header) => ({ name: `${part}.${header}`, part, header }))
}
