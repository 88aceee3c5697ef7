import { expect, test } from 'vitest'
import { parseJson } from '../json/parse-json.ts'
import { prettyJson } from '../json/pretty-json.ts'
import { maskText, maskUrl } from './mask-url.ts'
import { maskValue } from './mask-value.ts'

const KEY = `sk-ant-api03-${'Ab1'.repeat(31)}`

test('members with the name of a credential are masked at every depth, and the value itself stays', () => {
  const value = { api_key: 'kq8Zt3LmPw9RxV2bNc7J', list: [{ password: 'hunter2!A' }], model: 'm', tokens: 12 }
  const before = structuredClone(value)
  expect(maskValue(value)).toEqual({ api_key: '[secret]', list: [{ password: '[secret]' }], model: 'm', tokens: 12 })
  expect(value).toEqual(before)
})

test('a credential in any string is masked', () => {
  expect(maskValue({ text: `my key is ${KEY}.`, list: [KEY] })).toEqual({
    text: 'my key is [secret]',
    list: ['[secret]'],
  })
})

test('a number is masked under a certain name only, whatever its size', () => {
  const masked = maskValue(
    parseJson(
      '{"password":12345678901234567890,"id":12345678901234567890,"list":[{"password":0.12345678901234567891}]}',
    ),
  )
  expect(prettyJson(masked)).toBe(
    '{\n  "password": "[secret]",\n  "id": 12345678901234567890,\n  "list": [\n    {\n      "password": "[secret]"\n    }\n  ]\n}',
  )
})

test('values without text stay', () => {
  expect([null, true, 1, undefined, []].map((value) => maskValue(value))).toEqual([null, true, 1, undefined, []])
})

test.each([
  ['https://me:pass-word@a.test/x', 'https://[secret]@a.test/x'],
  ['https://a.test/?api_key=abc&page_token=2&q=1#f', 'https://a.test/?api_key=[secret]&page_token=2&q=1#f'],
  ['https://a.test/?x=1&access_token=a%20b', 'https://a.test/?x=1&access_token=[secret]'],
  ['https://a.test/?max_tokens=5&sort_key=name', 'https://a.test/?max_tokens=5&sort_key=name'],
  [`https://a.test/v1/${KEY}?q=1`, 'https://a.test/v1/[secret]?q=1'],
  ['not a url', 'not a url'],
])('the URL %s is shown as %s', (url, shown) => {
  expect(maskUrl(url)).toBe(shown)
})

test.each([
  ['Authorization: Bearer abcdefgh12345678', 'Authorization: Bearer [secret]'],
  ['Basic dXNlcjpwYXNzd29yZA== sent', 'Basic [secret] sent'],
  ['a sk- b, risk-free, task-1', 'a sk- b, risk-free, task-1'],
])('the text %j is shown as %j', (text, shown) => {
  expect(maskText(text)).toBe(shown)
})
