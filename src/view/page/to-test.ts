import type { Entry } from './entries.ts'

/** Writes a test for Vitest that sends the request of an interaction, and gets the recorded answer. */
export function toTest({ cassette, interaction }: Pick<Entry, 'cassette' | 'interaction'>): string {
  const { host, method, path, request, status, url } = interaction
  const { body, headers } = request
  const { content } = body
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const earlier = countEarlier({ cassette, interaction })
  const isComplete = content?.omitted === undefined && body.head === undefined
  return `import { openCassette } from 'msw-cassette/fetch'
import { expect, test } from 'vitest'

test(${toLiteral(`${method} ${host}${path}`)}, async () => {
  await using session = openCassette(${toLiteral(toPath(cassette.path))}, { mode: 'replay' })
  const send = () =>
    session.fetch(${toLiteral(url)}, {
      method: ${toLiteral(method)},${type === undefined ? '' : `\n      headers: { 'content-type': ${toLiteral(type)} },`}${
        content && content.text !== '' ? `\n      body: ${toBody(content.text)},` : ''
      }${isComplete ? '' : '\n      // The body is not complete here.'}
    })
${earlier === 0 ? '' : `  // The cassette answers the same request before.\n${'  await send()\n'.repeat(earlier)}`}  const response = await send()
  expect(response.status).toBe(${status})
})
`
}

/** Equal requests are answered in the order of the cassette. */
function countEarlier({ cassette, interaction }: Pick<Entry, 'cassette' | 'interaction'>): number {
  const { index, method, request, url } = interaction
  return cassette.interactions.filter(
    (other) =>
      other.index < index &&
      other.method === method &&
      other.url === url &&
      other.request.body.content?.text === request.body.content?.text,
  ).length
}

/** A name without a slash or an extension would be searched next to the test. */
function toPath(cassette: string): string {
  return /[/\\]/.test(cassette) ? cassette : `./${cassette}`
}

/** A body that JavaScript writes in the same way is readable as a value. */
function toBody(text: string): string {
  const value = parse(text)
  if (JSON.stringify(value) !== text || text.includes('"__proto__"')) return toLiteral(text)
  return `JSON.stringify(${escapeInvisible(JSON.stringify(value, null, 2)).replaceAll('\n', '\n      ')})`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function toLiteral(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${escapeInvisible(escaped)}'`
}

/** Characters that an editor could hide or show as others. JSON escapes the others. */
function escapeInvisible(literal: string): string {
  return literal.replaceAll(
    /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
