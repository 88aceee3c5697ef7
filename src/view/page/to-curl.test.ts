import { expect, test } from 'vitest'
import { shellArguments } from '../../../test/shell-arguments.ts'
import type { ViewBody } from '../view-data.ts'
import { toCurl } from './to-curl.ts'

const textBody = (text: string): ViewBody => ({ type: '', bytes: text.length, content: { text }, notes: [] })

test('writes a command for a shell', () => {
  const headers = [
    ['Content-Type', 'application/json'],
    ['Content-Length', '9'],
  ] as const
  const command = toCurl({
    method: 'POST',
    url: 'https://a.test/[1]',
    request: { headers, body: textBody('{"a":"b"}') },
  })
  expect(command).toBe(
    `curl --globoff --request 'POST' --url 'https://a.test/[1]' \\
  --header 'Content-Type: application/json' \\
  --data-raw '{"a":"b"}'`,
  )
})

test.each([
  "'; rm -rf / #",
  "it's",
  '$(id) `id` \\',
  '@/etc/passwd',
  '-o x',
  'line\nbreak',
  '\u001b[31m\u202E',
  "'\\''\n\\",
  'Olá 😀',
])('the shell passes %j on as it is', (text) => {
  const command = toCurl({
    method: text,
    url: text,
    request: {
      headers: [
        ['X-A', text],
        [`@${text}`, 'a header that is no header'],
        ['@file', 'a'],
      ],
      body: textBody(text),
    },
  })
  const sent = ['--globoff', '--request', text, '--url', text, '--header', `X-A: ${text}`, '--data-raw', text]
  expect(shellArguments('curl', command)).toEqual(sent)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal would act on them.
  expect(command).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
})

test('reports a body that the page does not contain', () => {
  const request = (body: Partial<ViewBody>) => ({ headers: [], body: { type: '', bytes: 9, notes: [], ...body } })
  const first = (body: Partial<ViewBody>) => toCurl({ method: 'PUT', url: 'u', request: request(body) }).split('\n')[0]
  expect(first({ content: { text: 'a', omitted: 8 } })).toBe(
    '# The body is incomplete: this page does not contain all of it.',
  )
  expect(first({ head: '00' })).toBe('# Without the body, which is binary.')
})
