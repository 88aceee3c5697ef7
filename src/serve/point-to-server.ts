import type { ServedAnswer } from './answer-served.ts'
import type { Provider } from './providers.ts'
import { toServedPath } from './routes.ts'

/** The recorded headers with addresses that a client requests next: where an upload or a list continues. */
const NAMES = ['link', 'location', 'x-goog-upload-url']

/**
 * Replaces the addresses of providers in the headers of an answer by those of the server. Otherwise the client would leave the cassette,
 * and send its next request to the provider.
 *
 * @param base the URL of the server, and the path that selects a cassette
 */
export function pointToServer(answer: ServedAnswer, base: string, routes: readonly Provider[]): ServedAnswer {
  const names = NAMES.filter((name) => answer.headers.has(name))
  if (names.length === 0) return answer
  const changed = names.flatMap((name): [name: string, value: string][] => {
    const before = answer.headers.get(name) ?? ''
    const after = before.replace(ADDRESS, (url) => {
      const path = toServedPath(url, routes)
      return path === undefined ? url : base + path
    })
    return after === before ? [] : [[name, after]]
  })
  if (changed.length === 0) return answer
  const { status, statusText, body } = answer
  const headers = new Headers(answer.headers)
  for (const [name, value] of changed) headers.set(name, value)
  return { status, statusText, headers, body }
}

const ADDRESS = /https?:\/\/[^\s<>"]+/g
