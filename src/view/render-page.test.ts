import { expect, test } from 'vitest'
import { renderPage } from './render-page.ts'

test('the data comes back as it was, and no text of it is markup', () => {
  const path = '</script><!--<script>&\u2028\u2029\ud800 "\\'
  const data = { cassettes: [{ path, interactions: [] }] }
  const html = renderPage(data, { script: 'code()', style: 'a{}' })
  const [, json = ''] = /id="data">(.*?)<\/script>/s.exec(html) ?? []
  expect(JSON.parse(json)).toEqual(data)
  expect(json).not.toMatch(/[<>&\u2028\u2029]/)
})
