import { expect, test } from 'vitest'
import { type DocumentEdit, editDocument } from './edit-document.ts'

const YAML = `# a comment
list:
    - name: "one" # kept
      body: |-
        two
        lines
      only:
          key: 1
    -   'plain'
flow: [{ a: x, b: !!binary Yg== }, 'it''s']
last: !!binary aGk=
`

test.each<[name: string, edit: DocumentEdit, from: string, to: string]>([
  ['a quoted text', { path: ['list', 0, 'name'], value: 'x' }, '"one"', 'x'],
  ['a block by one line', { path: ['list', 0, 'body'], value: 'x' }, '|-\n        two\n        lines\n', 'x\n'],
  ['a number', { path: ['list', 0, 'only', 'key'], value: 25 }, 'key: 1', 'key: 25'],
  ['an item', { path: ['list', 1], value: 'a: b' }, "'plain'", "'a: b'"],
  ['a value with a tag', { path: ['last'], value: 'x' }, '!!binary aGk=', 'x'],
  ['a text by bytes', { path: ['last'], value: Uint8Array.of(0xff, 0) }, '!!binary aGk=', '!!binary |\n  /wA='],
  ['a text in flow style', { path: ['flow', 0, 'a'], value: 'it is, "x" }' }, 'a: x', 'a: \'it is, "x" }\''],
  ['a line break in flow style', { path: ['flow', 1], value: 'a\nb' }, "'it''s'", '"a\\nb"'],
  ['bytes in flow style', { path: ['flow', 0, 'b'], value: Uint8Array.of(0xff) }, 'Yg==', '/w=='],
  [
    'bytes that stay bytes, although they are UTF-8',
    { path: ['flow', 0, 'b'], value: Uint8Array.of(0x61), type: 'bytes' },
    'Yg==',
    'YQ==',
  ],
  ['bytes that become empty', { path: ['flow', 0, 'b'], value: new Uint8Array(), type: 'bytes' }, 'Yg==', "''"],
  ['the only key', { path: ['list', 0, 'only', 'key'], value: undefined }, 'only:\n          key: 1\n', 'only: {}\n'],
])('changes nothing but %s', (_name, edit, from, to) => {
  expect(editDocument(YAML, [edit])).toBe(YAML.replace(from, () => to))
})

test('removes a whole line', () => {
  expect(editDocument('a: 1\nb: 2\nc: 3\n', [{ path: ['b'], value: undefined }])).toBe('a: 1\nc: 3\n')
  expect(editDocument('a: 1\nb:\n  - 2\n', [{ path: ['b'], value: undefined }])).toBe('a: 1\n')
})

test('does not remove a key that shares its line with a dash', () => {
  expect(editDocument('- a: 1\n  b: 2\n', [{ path: [0, 'a'], value: undefined }])).toBeUndefined()
})

test('does not remove a key in flow style', () => {
  expect(editDocument('a: {b: 1}\n', [{ path: ['a', 'b'], value: undefined }])).toBeUndefined()
})

test('makes several changes, in any order', () => {
  const edits = [
    { path: ['c'], value: 'three' },
    { path: ['a'], value: 'one' },
  ]
  expect(editDocument('a: 1\nb: 2\nc: 3\n', edits)).toBe('a: one\nb: 2\nc: three\n')
  expect(editDocument('a: 1\n', [])).toBe('a: 1\n')
})

test('changes JSON, in which a removed value becomes null', () => {
  const json = '{ "a": [1, "two"],\n  "b": 3 }'
  expect(editDocument(json, [{ path: ['a', 1], value: 'x"y' }])).toBe('{ "a": [1, "x\\"y"],\n  "b": 3 }')
  expect(editDocument(json, [{ path: ['b'], value: undefined }])).toBe('{ "a": [1, "two"],\n  "b": null }')
  expect(editDocument(json, [{ path: ['b'], value: Uint8Array.of(0xff) }])).toBeUndefined()
})

test.each([
  ['a value that is a map', 'a:\n  b: 1\n', ['a']],
  ['a path that does not exist', 'a: 1\n', ['b']],
  ['broken YAML', 'a: "1\n', ['a']],
])('does not change %s', (_name, text, path) => {
  expect(editDocument(text, [{ path, value: 'x' }])).toBeUndefined()
})
