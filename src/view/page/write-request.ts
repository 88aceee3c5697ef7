import type { ViewInteraction } from '../view-data.ts'
import { toExpression, toLiteral } from './literal.ts'

/**
 * Writes the statements of a test that sends a request and gets the recorded answer.
 *
 * @param earlier the number of equal requests that the cassette answers before
 */
export function writeRequest({ method, request, status, url }: ViewInteraction, earlier: number): string {
  const { body, headers } = request
  const { content } = body
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const isComplete = content?.omitted === undefined && body.head === undefined
  return `  const send = () =>
    session.fetch(${toLiteral(url)}, {
      method: ${toLiteral(method)},${type === undefined ? '' : `\n      headers: { 'content-type': ${toLiteral(type)} },`}${
        content && content.text !== '' ? `\n      body: ${toExpression(content.text, '      ')},` : ''
      }${isComplete ? '' : '\n      // The body is not complete here.'}
    })
${earlier === 0 ? '' : `  // The cassette answers the same request before.\n${'  await send()\n'.repeat(earlier)}`}  const response = await send()
  expect(response.status).toBe(${status})
`
}
