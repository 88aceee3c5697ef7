import { expect, test } from 'vitest'
import { cassetteFormats } from './format-module.ts'

test('lists the formats by name, without their functions', () => {
  expect(cassetteFormats).toContainEqual({ name: 'har', title: 'HAR', access: 'read-write' })
  expect(cassetteFormats).toContainEqual({ name: 'nock', title: 'nock', access: 'read-only' })
  const names = cassetteFormats.map(({ name }) => name)
  expect(names).toEqual(names.toSorted())
})
