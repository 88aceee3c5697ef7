import { expect, test } from 'vitest'
import { hasOddEscapes, spellingsOf, toEscapedPattern } from './spellings.ts'

/** Replaces the longest spelling that a text contains. */
function hide(credential: string, text: string): string {
  const found = [...spellingsOf(credential).all].filter((spelling) => text.includes(spelling))
  const [longest] = found.sort((a, b) => b.length - a.length)
  return longest === undefined ? text : text.replaceAll(longest, '*')
}

test('a credential is found in each spelling', () => {
  const key = 'a/b"Zq8&vT2mNf4L'
  const inJson = JSON.stringify({ a: key })
  const hex = Buffer.from(key).toString('hex')
  const texts = {
    plain: `it is ${key}.`,
    json: inJson,
    jsonInJson: JSON.stringify({ b: inJson }),
    escapedSlashes: inJson.replaceAll('/', '\\/'),
    escapedSlashesInJson: JSON.stringify({ b: inJson.replaceAll('/', '\\/') }),
    url: `?a=${encodeURIComponent(key)}&b`,
    urlInUrl: `?a=${encodeURIComponent(encodeURIComponent(key))}&b`,
    smallDigits: '?a=a%2fb%22Zq8%26vT2mNf4L&b',
    html: '<p>a/b&quot;Zq8&amp;vT2mNf4L</p>',
    hex: `0x${hex}`,
    capitalHex: `0x${hex.toUpperCase()}`,
    utf16: Buffer.from(`a ${key} b`, 'utf16le').toString('latin1'),
  }
  expect(Object.fromEntries(Object.entries(texts).map(([what, text]) => [what, hide(key, text)]))).toEqual({
    plain: 'it is *.',
    json: '{"a":"*"}',
    jsonInJson: '{"b":"{\\"a\\":\\"*\\"}"}',
    escapedSlashes: '{"a":"*"}',
    escapedSlashesInJson: '{"b":"{\\"a\\":\\"*\\"}"}',
    url: '?a=*&b',
    urlInUrl: '?a=*&b',
    smallDigits: '?a=*&b',
    html: '<p>*</p>',
    hex: '0x*',
    capitalHex: '0x*',
    utf16: 'a\0 \0*\0 \0b\0',
  })
})

test.each([
  ['a space', 'tulip rose 42', '?a=tulip+rose+42&b=tulip', '?a=*&b=tulip'],
  ['a space in percent-encoding', 'lily rose 42', '?a=lily%20rose%2042&b=tulip', '?a=*&b=tulip'],
  ['angle brackets', 'tulip<rose>42', '<p>tulip&lt;rose&gt;42</p>', '<p>*</p>'],
  ['an entity', 'tulip&lt;rose', '<p>tulip&amp;lt;rose</p>', '<p>*</p>'],
  ['an apostrophe in XML', `tulip'"rose`, '<p>tulip&apos;&quot;rose</p>', '<p>*</p>'],
  ['a line break', 'tulip\nrose', `0x${Buffer.from('tulip\nrose').toString('hex')}`, '0x*'],
  ['half of a surrogate pair', 'tulip-\ud83d-42', '{"a":"tulip-\\ud83d-42"}', '{"a":"*"}'],
  ['letters that Python escapes', 'grüße-aus/42', '{"a":"gr\\u00fc\\u00dfe-aus/42"}', '{"a":"*"}'],
  ['letters that .NET escapes', 'grüße-von/42', '{"a":"gr\\u00FC\\u00DFe-von/42"}', '{"a":"*"}'],
  ['letters that PHP escapes', 'grüße-mit/42', '{"a":"gr\\u00fc\\u00dfe-mit\\/42"}', '{"a":"*"}'],
  [
    'letters that are escaped in JSON in JSON',
    'grüße-aus/42',
    '{"a":"{\\"b\\":\\"gr\\\\u00fc\\\\u00dfe-aus/42\\"}"}',
    '{"a":"{\\"b\\":\\"*\\"}"}',
  ],
  ['an emoji that is escaped', 'tulip-😀-42', '{"a":"tulip-\\ud83d\\ude00-42"}', '{"a":"*"}'],
  ['letters that are not ASCII', 'tulpe-grün', Buffer.from('it is tulpe-grün').toString('latin1'), 'it is *'],
])('a credential with %s is found', (_, credential, text, hidden) => {
  expect(hide(credential, text)).toBe(hidden)
})

test.each([
  ['tulip~42??>', ['dHVsaXB+NDI/Pz', 'R1bGlwfjQyPz8+', '0dWxpcH40Mj8/P']],
  ['tulip~42??>a', ['dHVsaXB+NDI/Pz5h', 'R1bGlwfjQyPz8+Y', '0dWxpcH40Mj8/Pm']],
  ['tulip~42??>ab', ['dHVsaXB+NDI/Pz5hY', 'R1bGlwfjQyPz8+YW', '0dWxpcH40Mj8/PmFi']],
])('the base64 of %s has three offsets, without the characters that depend on its neighbours', (credential, texts) => {
  const { all, base64 } = spellingsOf(credential)
  const forUrls = texts.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  expect(base64).toEqual(new Set([...texts, ...forUrls]))
  expect([...base64].filter((spelling) => !all.has(spelling))).toEqual([])
  for (const start of ['', 'x', 'xy'])
    for (const end of ['', 'x', 'xy'])
      for (const encoding of ['base64', 'base64url'] as const) {
        const encoded = Buffer.from(start + credential + end).toString(encoding)
        expect({ encoded, found: hide(credential, encoded).includes('*') }).toEqual({ encoded, found: true })
      }
})

test('the spellings of the last credentials are kept', () => {
  const spellings = spellingsOf('tulip-rose-lily')
  spellingsOf('tulip-rose-daisy')
  expect(spellingsOf('tulip-rose-lily')).toBe(spellings)
  for (let index = 0; index < 50; index++) spellingsOf(`tulip-rose-${index}`)
  const again = spellingsOf('tulip-rose-lily')
  expect(again).toEqual(spellings)
  expect(again).not.toBe(spellings)
})

test.each([
  ['a capital letter', 'k-1/Z', 'it is k-1/\\u005a.', 'it is *.'],
  ['a hyphen in JSON', 'k-1/Z', 'it is k\\u002d1\\/Z.', 'it is *.'],
  ['a hyphen in JSON in JSON', 'k-1/Z', 'it is k\\\\u002d1\\\\/Z.', 'it is *.'],
  ['a letter in JSON in JSON', 'k-1/Z', 'it is \\\\u006b-1/Z.', 'it is *.'],
  ['a letter in JavaScript', 'k-1/Z', 'it is k\\x2d1/Z.', 'it is *.'],
  ['a letter in percent-encoding', 'k-1/Z', 'it is k%2D1%2fZ.', 'it is *.'],
  ['a letter in percent-encoding in percent-encoding', 'k-1/Z', 'it is k%252D1%252fZ and %2D.', 'it is * and %2D.'],
  ['a letter in HTML', 'k-1/Z', 'it is k&#45;1/&#x5a;.', 'it is *.'],
  ['a letter in HTML, with zeros', 'k-1/Z', 'it is k&#x02D;1/Z.', 'it is *.'],
  ['an apostrophe in PHP', `tulip'rose`, '<p>tulip&#039;rose</p>', '<p>*</p>'],
  ['an apostrophe in Python', `tulip'<"&>`, '<p>tulip&#x27;&lt;&quot;&amp;&gt;</p>', '<p>*</p>'],
  ['an apostrophe beside its entity', `tulip'rose'`, '<p>tulip&apos;rose&#39;</p>', '<p>*</p>'],
  ['a letter that is not ASCII', 'grün"42', 'it is gr\\u00FCn\\u002242.', 'it is *.'],
  ['a line break in XML', 'tulip\nrose-42', 'it is tulip&#xA;rose&#45;42.', 'it is *.'],
  ['the first of ASCII', 'k 1', 'it is k\\u00201.', 'it is *.'],
  ['the last of ASCII', 'k~1', 'it is k%7E1.', 'it is *.'],
  ['one beside others that have no such escape', 'gr\u00fcn\n-1', 'it is gr\u00fcn\n%2d1.', 'it is *.'],
  ['one beside an emoji', '😀-1', 'it is 😀%2d1.', 'it is *.'],
])('a credential is found if a character is escaped: %s', (_, credential, text, hidden) => {
  const replaced = text.replace(toEscapedPattern(credential), '*')
  expect({ odd: hasOddEscapes(text), replaced }).toEqual({ odd: true, replaced: hidden })
})

test.each(['.', '*', '+', '?', '^', '$', '(', ')', '[', ']', '{', '}', '|', '\\', '/', '-'])(
  'a credential with the character %s of patterns is found, and no other text',
  (char) => {
    const replaced = `a${char}b ab aab acb a${char}`.replace(toEscapedPattern(`a${char}b`), '*')
    expect(replaced).toBe(`* ab aab acb a${char}`)
  },
)

test('all occurrences of a credential are found', () => {
  expect('k-1/Z k%2D1/Z k_1/Z'.replace(toEscapedPattern('k-1/Z'), '*')).toBe('* * k_1/Z')
})

test.each(['a\\u00fcb', 'a\\nb', 'a%C3b', 'a%0ab', 'a\\x1bb', 'a&amp;b', 'a-b/c'])(
  'the text %s has no escapes of characters that need none',
  (text) => {
    expect(hasOddEscapes(text)).toBe(false)
  },
)
