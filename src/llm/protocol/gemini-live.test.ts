import { expect, test } from 'vitest'
import { type LiveEvent, readLiveEvents, silence } from '../../../test/read-live-events.ts'

test('Gemini Live is read from binary frames, with its sounds, its transcripts and its calls', () => {
  const sound = (mimeType: string, bytes: number): object => ({ mimeType, data: silence(bytes) })
  const events: LiveEvent[] = [
    [
      '>',
      {
        setup: {
          model: 'models/gemini-live-2.5-flash',
          systemInstruction: { parts: [{ text: 'Be brief.' }] },
          tools: [{ functionDeclarations: [{ name: 'weather' }] }],
        },
      },
    ],
    ['<', { setupComplete: {} }],
    ['>', { realtimeInput: { audio: sound('audio/pcm;rate=16000', 16_000) } }],
    ['>', { realtimeInput: { mediaChunks: [sound('audio/pcm;rate=16000', 16_000)] } }],
    ['<', { serverContent: { inputTranscription: { text: 'Weather?' } } }],
    ['<', { toolCall: { functionCalls: [{ id: 'c1', name: 'weather', args: { city: 'Lisbon' } }] } }],
    ['>', { toolResponse: { functionResponses: [{ id: 'c1', name: 'weather', response: { result: 21 } }] } }],
    ['<', { serverContent: { modelTurn: { parts: [{ inlineData: sound('audio/pcm;rate=24000', 24_000) }] } } }],
    ['<', { serverContent: { outputTranscription: { text: '21 ' } } }],
    ['<', { serverContent: { outputTranscription: { text: 'degrees.' }, turnComplete: true } }],
    ['<', { usageMetadata: { promptTokenCount: 9, responseTokenCount: 4 } }],
    ['>', { clientContent: { turns: [{ role: 'user', parts: [{ text: 'Thanks' }] }], turnComplete: true } }],
    ['<', { serverContent: { modelTurn: { parts: [{ text: 'You are ' }] } } }],
    ['<', { serverContent: { modelTurn: { parts: [{ text: 'welcome.' }] }, interrupted: true } }],
  ]
  const url =
    'wss://generativelanguage.googleapis.com/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent'
  const conversation = readLiveEvents(url, events, (json) => new TextEncoder().encode(json))
  expect(conversation).toEqual({
    protocol: 'gemini-live',
    operation: 'chat',
    provider: 'google',
    model: 'gemini-live-2.5-flash',
    tools: ['weather'],
    messages: [
      { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
      {
        role: 'user',
        parts: [
          { kind: 'media', medium: 'audio', type: 'audio/pcm', bytes: 32_000, duration: 1_000 },
          { kind: 'text', text: 'Weather?' },
        ],
      },
      { role: 'assistant', parts: [{ kind: 'tool-call', id: 'c1', name: 'weather', arguments: { city: 'Lisbon' } }] },
      {
        role: 'tool',
        parts: [
          {
            kind: 'tool-result',
            id: 'c1',
            name: 'weather',
            outcome: 'success',
            parts: [{ kind: 'other', type: 'json', value: { result: 21 } }],
          },
        ],
      },
      {
        role: 'assistant',
        parts: [
          { kind: 'media', medium: 'audio', type: 'audio/pcm', bytes: 24_000, duration: 500 },
          { kind: 'text', text: '21 degrees.' },
        ],
      },
      { role: 'user', parts: [{ kind: 'text', text: 'Thanks' }] },
    ],
    answers: [{ parts: [{ kind: 'text', text: 'You are welcome.' }], finishReason: 'interrupted' }],
    usage: { input: 9, output: 4 },
  })
})
