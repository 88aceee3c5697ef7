import type { ViewInteraction } from '../view-data.ts'

/**
 * Writes a test for Vitest that sends the request and gets the recorded answer.
 *
 * @param cassette the path of the cassette
 */
export function toTest(cassette: string, { host, method, path, request, status, url }: TestedInteraction): string {
  const { body, headers } = request
  const { content } = body
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const init = [
    `    method: ${toLiteral(method)},`,
    ...(type === undefined ? [] : [`    headers: { 'content-type': ${toLiteral(type)} },`]),
    ...(content && content.text !== '' ? [`    body: ${toLiteral(content.text)},`] : []),
  ]
  const note =
    content?.omitted === undefined && body.head === undefined ? '' : '    // The body is not complete here.\n'
  return `import { openCassette } from 'msw-cassette/fetch'
import { expect, test } from 'vitest'

test(${toLiteral(`${method} ${host}${path}`)}, async () => {
  await using session = openCassette(${toLiteral(toPath(cassette))}, { mode: 'replay' })
  const response = await session.fetch(${toLiteral(url)}, {
${note}${init.join('\n')}
  })
  expect(response.status).toBe(${status})
})
`
}

/** The part of an interaction that a test needs. */
export type TestedInteraction = Pick<ViewInteraction, 'host' | 'method' | 'path' | 'request' | 'status' | 'url'>

/** A name without a slash or an extension would be searched next to the test. */
function toPath(cassette: string): string {
  return /[/\\]/.test(cassette) ? cassette : `./${cassette}`
}

/** A string of JavaScript without a character that an editor could show as another. */
function toLiteral(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replaceAll(
      /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  return `'${escaped}'`
}
