import { builtin } from '../platform/builtin.ts'

/**
 * Gives a response that was created by hand the properties of one that `fetch` has received. Its clones have them, too.
 *
 * @param type `cors` after a redirect to another origin
 * @returns the same response
 */
export function asFetched(response: Response, type: 'basic' | 'cors'): Response {
  const { status, statusText } = response
  // A server that sends no reason phrase is given one by MSW 3's socket.
  const phrase = statusText || builtin('http')?.STATUS_CODES[status] || ''
  return define(response, { type, statusText: phrase })
}

function define(response: Response, facts: Partial<Response>): Response {
  const clone = (): Response => {
    // Redirects have set them since.
    const { url, redirected } = response
    return define(Response.prototype.clone.call(response), { ...facts, url, redirected })
  }
  const entries = Object.entries({ ...facts, clone })
  return Object.defineProperties(
    response,
    Object.fromEntries(entries.map(([name, value]) => [name, { value, configurable: true }])),
  )
}
