import { expect, test } from 'vitest'
import { decodeEntities } from './decode-entities.ts'

test.each([
  ['a&amp;&lt;&gt;&quot;&apos;b', `a&<>"'b`],
  ['a&#9;&#xA;b', 'a\t\nb'],
  ['a&AMP;lt;b', 'a&lt;b'],
  ['&#39;&#039;&#47;&#x2F;&#X1f600;', `''//\u{1f600}`],
  ['a & b &nbsp; &#; &#x; &#xFFFFFFF; &#1; &#x1f; &amp', 'a & b &nbsp; &#; &#x; &#xFFFFFFF; &#1; &#x1f; &amp'],
])('the entities of %s are decoded once', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded)
})
