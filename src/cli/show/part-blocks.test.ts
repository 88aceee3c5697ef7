import { expect, test } from 'vitest'
import type { Part } from '../../llm/conversation.ts'
import { textOfParts, toBlocks } from './part-blocks.ts'

test.each<[Part, string]>([
  [{ kind: 'text', text: 'hi' }, 'hi'],
  [{ kind: 'refusal', text: 'No.' }, 'No.'],
  [{ kind: 'reasoning', text: '' }, '(not readable)'],
  [{ kind: 'tool-call', name: 'f', arguments: { a: 1 } }, '→ f {"a":1}'],
  [{ kind: 'tool-call', name: 'f', arguments: '{"cut' }, '→ f {"cut'],
  [{ kind: 'tool-call', name: 'f', arguments: { id: 12_345_678_901_234_567_890n } }, '→ f {"id":12345678901234567890}'],
  [{ kind: 'tool-call', name: 'f', arguments: { a: 'x'.repeat(80) } }, `→ f {\n  "a": "${'x'.repeat(80)}"\n}`],
  [{ kind: 'tool-result', outcome: 'success', parts: [] }, '← (the tool returned nothing)'],
  [{ kind: 'tool-result', outcome: 'error', parts: [{ kind: 'text', text: 'no city' }] }, '← error: no city'],
  [{ kind: 'media', medium: 'image', type: 'image/png', bytes: 1500 }, '[image/png, 1.5 kB]'],
  [{ kind: 'media', medium: 'image', reference: 'https://a.test/b.png' }, '[image, https://a.test/b.png]'],
  [{ kind: 'vectors', count: 3, dimensions: 1536 }, '[3 vectors of 1536 dimensions]'],
  [{ kind: 'vectors', count: 1 }, '[1 vector]'],
  [{ kind: 'other', type: 'citation', value: { a: null } }, '[citation] {"a":null}'],
])('shows a part (%#)', (part, text) => {
  expect(textOfParts([part])).toBe(text)
})

test('a call is followed by its result', () => {
  const call = { kind: 'tool-call', name: 'f', arguments: {} } as const
  const result = { kind: 'tool-result', outcome: 'success', parts: [{ kind: 'text', text: 'ok' }] } as const
  expect(toBlocks([call], new Map([[call, result]])).map(({ text }) => text)).toEqual(['→ f {}', '← ok'])
})
