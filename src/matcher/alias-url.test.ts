import { expect, test } from 'vitest'
import { aliasUrl } from './alias-url.ts'

const url = (): URL => new URL('https://eu.api.test/v1?a=1')

test('a function returns another URL or its text, or changes the given one', () => {
  const change = (each: URL): void => {
    each.host = 'api.test'
  }
  expect([
    aliasUrl(url(), () => new URL('https://other.test/')).href,
    aliasUrl(url(), ({ href }) => href.replace('eu.', '')).href,
    aliasUrl(url(), change).href,
    aliasUrl(url(), () => undefined).href,
  ]).toEqual(['https://other.test/', 'https://api.test/v1?a=1', 'https://api.test/v1?a=1', url().href])
})

test.each<unknown>(['/v1', '', 7, {}])('a function that returns %j is refused with the URL that it got', (returned) => {
  expect(() => aliasUrl(url(), () => returned as string)).toThrow(
    `The option "match.url" is ${JSON.stringify(returned)}, and must be a function that returns a URL, also for ${url().href}.`,
  )
})
