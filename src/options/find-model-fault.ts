import { type Cassette, type Interaction, MAX_SAMPLES } from '../cassette.ts'
import { isBytes, isDate } from '../platform/cross-realm.ts'

/** A member that is missing or has another type than the model says. */
export interface ModelFault {
  /** Such as `interactions[0].response.status`. */
  readonly path: string
  readonly value: unknown
  /** Completes "must be …". */
  readonly expected: string
}

/** @param path the path of the value; empty for the outermost one */
type FindFault = (value: unknown, path: string) => ModelFault | undefined

/** Finds the first fault of a cassette that a program has built or changed. Members that are unknown are left alone. */
export function findCassetteFault(cassette: unknown): ModelFault | undefined {
  return inCassette(cassette, '')
}

/** Finds the first fault of an interaction, as `findCassetteFault` does. */
export function findInteractionFault(interaction: unknown): ModelFault | undefined {
  return inInteraction(interaction, '')
}

function shapeOf<Shape>(finders: Readonly<Record<keyof Shape, FindFault>>): FindFault {
  const members = Object.entries<FindFault>(finders)
  return (value, path) => {
    if (typeof value !== 'object' || value === null) return { path, value, expected: 'an object' }
    return firstOf(members, ([name, find]) => {
      // The readers of files have checked what they decode on access.
      if (Object.getOwnPropertyDescriptor(value, name)?.get) return undefined
      return find(Reflect.get(value, name), path ? `${path}.${name}` : name)
    })
  }
}

function eachOf(find: FindFault): FindFault {
  return (value, path) => {
    if (!Array.isArray(value)) return { path, value, expected: 'a list' }
    return firstOf(value.entries(), ([index, item]) => find(item, `${path}[${index}]`))
  }
}

function firstOf<Item>(items: Iterable<Item>, find: (item: Item) => ModelFault | undefined): ModelFault | undefined {
  for (const item of items) {
    const fault = find(item)
    if (fault) return fault
  }
  return undefined
}

function mustBe(expected: string, test: (value: unknown) => boolean): FindFault {
  return (value, path) => (test(value) ? undefined : { path, value, expected })
}

function optional(find: FindFault): FindFault {
  return (value, path) => (value === undefined ? undefined : find(value, path))
}

function integer(from: number, to: number): FindFault {
  return mustBe(
    `a whole number from ${from} to ${to}`,
    (value) => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
  )
}

type Member<Name extends keyof Interaction> = NonNullable<Interaction[Name]>
type Response = Member<'response'>

const text = mustBe('a string', (value) => typeof value === 'string')
const bytes = mustBe('a Uint8Array', isBytes)
const milliseconds = mustBe('a number of milliseconds', (value) => Number.isFinite(value) && Number(value) >= 0)
const peer = mustBe("'client' or 'server'", (value) => value === 'client' || value === 'server')
const headers = eachOf(
  mustBe(
    'a pair of two strings: a name and a value',
    (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string'),
  ),
)

const inConversation = shapeOf<NonNullable<Response['websocket']>>({
  frames: eachOf(
    shapeOf({
      from: peer,
      // The writer puts right a negative time and NaN, which a hook that moves frames can cause.
      at: mustBe('a number of milliseconds', (value) => typeof value === 'number'),
      data: mustBe('a string or a Uint8Array', (value) => typeof value === 'string' || isBytes(value)),
    }),
  ),
  close: optional(shapeOf({ from: peer, code: integer(0, 65_535), reason: text })),
})

const inInteraction = shapeOf<Omit<Interaction, 'line'>>({
  request: shapeOf<Member<'request'>>({ method: text, url: text, headers, body: bytes }),
  response: shapeOf<Response>({
    status: integer(0, 599),
    statusText: text,
    headers,
    body: bytes,
    duration: optional(milliseconds),
    uncompressed: optional(mustBe('a boolean', (value) => typeof value === 'boolean')),
    chunks: optional(eachOf(shapeOf({ size: integer(0, Number.MAX_SAFE_INTEGER), time: milliseconds }))),
    openEnd: optional(shapeOf({ after: milliseconds })),
    websocket: optional(inConversation),
  }),
  recordedAt: optional(mustBe('a valid Date', (value) => isDate(value) && !Number.isNaN(value.getTime()))),
  recordedBy: optional(text),
  sample: optional(integer(0, MAX_SAMPLES)),
})

const inCassette = shapeOf<Pick<Cassette, 'interactions'>>({ interactions: eachOf(inInteraction) })
