import { expect, test } from 'vitest'
import type { Part } from '../conversation.ts'
import { readBedrockBlock } from './bedrock-blocks.ts'

const text = (value: string): Part => ({ kind: 'text', text: value })

test.each<[string, object, readonly Part[]]>([
  ['a text', { text: 'Hi' }, [text('Hi')]],
  ['a mark of the cache', { cachePoint: { type: 'default' } }, []],
  ['nothing', {}, []],
  [
    'a tool call',
    { toolUse: { toolUseId: 't', name: 'weather', input: { city: 'Lisbon' } } },
    [{ kind: 'tool-call', id: 't', name: 'weather', arguments: { city: 'Lisbon' } }],
  ],
  [
    'a tool result that failed',
    { toolResult: { toolUseId: 't', status: 'error', content: [{ text: 'No.' }, { json: { a: 1 } }] } },
    [
      {
        kind: 'tool-result',
        id: 't',
        outcome: 'error',
        parts: [text('No.'), { kind: 'other', type: 'json', value: { a: 1 } }],
      },
    ],
  ],
  ['reasoning', { reasoningContent: { reasoningText: { text: 'Hm.' } } }, [{ kind: 'reasoning', text: 'Hm.' }]],
  ['encrypted reasoning', { reasoningContent: { redactedContent: 'x' } }, [{ kind: 'reasoning', text: '' }]],
  ['a cited text', { citationsContent: { content: [{ text: 'Cited.' }], citations: [] } }, [text('Cited.')]],
  [
    'an image',
    { image: { format: 'png', source: { bytes: 'aGVsbG8=' } } },
    [{ kind: 'media', medium: 'image', type: 'image/png', bytes: 5 }],
  ],
  [
    'a video in a bucket',
    { video: { format: 'mp4', source: { s3Location: { uri: 's3://b/v.mp4' } } } },
    [{ kind: 'media', medium: 'video', type: 'video/mp4', reference: 's3://b/v.mp4' }],
  ],
  [
    'a document as text',
    { document: { format: 'md', name: 'n', source: { text: 'Olá' } } },
    [{ kind: 'media', medium: 'file', type: 'text/markdown', bytes: 4 }],
  ],
  ['a document of an unknown format', { document: { format: 'x', source: {} } }, [{ kind: 'media', medium: 'file' }]],
  ['a block of the future', { hologram: { a: 1 } }, [{ kind: 'other', type: 'hologram', value: { a: 1 } }]],
  ['a block that is no object', { flag: true }, [{ kind: 'other', type: 'flag', value: true }]],
])('%s is read', (_name, block, expected) => {
  expect(readBedrockBlock(block as never)).toEqual(expected)
})
