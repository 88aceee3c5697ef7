import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the resolution node10, which ts-jest often has, finds the types of every entry', () => {
  const { exports, types, typesVersions } = JSON.parse(readFileSync('package.json', 'utf8'))
  const entries = Object.entries<{ types?: string }>(exports).flatMap(([path, { types }]) =>
    types ? [[path, types]] : [],
  )
  const found = Object.entries<string[]>(typesVersions['*']).map(([path, [file]]) => [`./${path}`, file])
  expect([['.', types], ...found]).toEqual(entries)
})
