import { afterEach, expect, test, vi } from 'vitest'
import { parseUrl } from './parse-url.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test.each(['with', 'without'])('parses absolute URLs only, %s URL.parse', (platform) => {
  if (platform === 'without') vi.stubGlobal('URL', class extends URL {})
  if (platform === 'without') Object.assign(URL, { parse: undefined })
  expect(['HTTPS://a.test:443/b c', '/b', 'https://'].map((text) => parseUrl(text)?.href)).toEqual([
    'https://a.test/b%20c',
    undefined,
    undefined,
  ])
})
