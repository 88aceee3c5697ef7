import { expect, test } from 'vitest'
import { findCookies } from './find-cookies.ts'

const KEY = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'

test.each([
  `GET / HTTP/1.1\r\nCookie: theme=dark; sid=${KEY}\r\n\r\n`,
  `Set-Cookie: sid=${KEY}; Path=/`,
  `document.cookie = "sid=${KEY}"`,
  `curl -b 'theme=dark; sid=${KEY}' https://api.test`,
  `curl --cookie sid=${KEY} https://api.test`,
])('the value of a cookie is found in %j', (text) => {
  expect([...findCookies(text)]).toEqual([{ kind: 'the value of a cookie', text: KEY }])
})

test('cookies with words are not found', () => {
  expect([...findCookies('Cookie: theme=dark; lang=en-US; consent=accepted\r\n')]).toEqual([])
})
