import { expect, test } from 'vitest'
import { planOutputs } from './plan-outputs.ts'

const toInput = (name: string) => ({ file: `/in/${name}`, path: `in/${name}`, name })
const namesOf = (...names: string[]): string[] => planOutputs(names.map(toInput), '.yaml').map(({ name }) => name)

test('an output has the name of its input, with the extension of its format', () => {
  expect(namesOf('a.har', 'b/c.yaml.gz', 'd.YML', 'e', 'f.json.bak')).toEqual([
    'a.yaml',
    'b/c.yaml',
    'd.yaml',
    'e.yaml',
    'f.json.bak.yaml',
  ])
})

test.each([
  ['a.yaml', 'a.json', 'a.yaml'],
  ['a.har', 'A.har', 'a.yaml and A.yaml, which some file systems take for one'],
  ['é.har', 'e\u0301.har', 'é.yaml and e\u0301.yaml, which some file systems take for one'],
])('%s and %s would both be written to %s', (first, second, outputs) => {
  expect(() => namesOf(first, second)).toThrow(
    `in/${first} and in/${second} would both be written to ${outputs}. Nothing was written.`,
  )
})
