import { expect, test } from 'vitest'
import { addClientHeaders } from './add-client-headers.ts'

test('the headers that fetch would add are added, and those of the caller kept', () => {
  const headers = new Headers({ Accept: 'text/html', 'user-agent': 'sdk/1' })
  addClientHeaders(headers, 'https://a.test/')
  expect(Object.fromEntries(headers)).toEqual({
    accept: 'text/html',
    'accept-encoding': 'br, gzip, deflate',
    'accept-language': '*',
    'sec-fetch-mode': 'cors',
    'user-agent': 'sdk/1',
  })
  const plain = new Headers()
  addClientHeaders(plain, 'http://a.test/')
  expect(plain.get('accept-encoding')).toBe('gzip, deflate')
})
