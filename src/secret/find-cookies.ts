import type { ShapeMatch } from './shape-finder.ts'
import { suggestsCredential } from './suggests-credential.ts'
import { decode } from './url-credentials.ts'

/** The cookies of an HTTP message, of a command of curl, or of source code. */
const COOKIES =
  /(?:cookies?["'`\])]{0,3}[ \t]{0,3}[:=][ \t]{0,3}|--cookie[ =]|\s-b )["'`]?([\w.-]{1,80}=[^\r\n"'`\\<>]{12,8000})/gi

/** Finds random values of cookies: the cookie of a session can have any name. */
export function* findCookies(text: string): Generator<ShapeMatch> {
  for (const [, cookies = ''] of text.matchAll(COOKIES)) {
    for (const cookie of cookies.split(/[;,]/)) {
      const [value = ''] = cookie.slice(cookie.indexOf('=') + 1).split(/\s/, 1)
      if (suggestsCredential('cookie', decode(value))) yield { kind: 'the value of a cookie', text: value }
    }
  }
}
