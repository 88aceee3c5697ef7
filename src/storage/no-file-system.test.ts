import { expect, test } from 'vitest'
import { noFileSystem } from './no-file-system.ts'

test('the error names the path, and what works without files', () => {
  const message = (path: string): string =>
    `Failed to open the cassette ${path}: there is no file system here. Pass the cassette's text, or what parseCassette returned.`
  expect(noFileSystem('a.yaml')).toMatchObject({
    code: 'cassette_unreadable',
    file: 'a.yaml',
    message: message('a.yaml'),
  })
  const url = 'https://a.test/a.yaml'
  expect(noFileSystem(new URL(url))).toMatchObject({ file: url, message: message(url) })
})
