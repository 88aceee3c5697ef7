import type { Cassette, HeaderPair, Interaction } from 'msw-cassette'
import { buildCassette } from '../build-cassette.ts'
import { buildConversation } from '../build-conversation.ts'

/** Texts that run code or break a page if it treats them as anything but text. */
export const hostileTexts: readonly string[] = [
  '</script><script>alert(1)</script>',
  '</SCRIPT\t><img src=x onerror=alert(2)>',
  '<img src=x onerror="alert(3)">',
  '<!--<script>alert(4)',
  ']]><svg/onload=alert(5)>',
  'javascript:alert(6)',
  '<a href="javascript:alert(7)">click</a>',
  '<iframe srcdoc="<script>alert(8)</script>"></iframe>',
  '<meta http-equiv="refresh" content="0;url=https://attacker.test/">',
  '<link rel="stylesheet" href="https://attacker.test/a.css"><style>@import "https://attacker.test/b.css"</style>',
  '<base href="https://attacker.test/"><form action="https://attacker.test/"><button>send</button></form>',
  'line\u2028separator\u2029paragraph',
  'admin\u202Egnp.exe\u2066 isolated',
  '\u0000\u0007\u001b[31mred',
  '{{constructor.constructor("alert(9)")()}}',
  '__proto__',
  '\ud800 alone',
]

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** Each text in each place of an interaction that the page shows. */
export function buildHostileCassette(): Cassette {
  const { interactions, ...cassette } = buildCassette(
    ...hostileTexts.flatMap((text) => {
      const headers: HeaderPair[] = [['X-Text', text.replaceAll(/[\0\r\n]/g, '')]]
      const url = `https://api.test/v1/chat/completions?q=${encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/g, ''))}`
      return [
        { method: 'POST', url, request: toRequest(text), response: toAnswer(text), type: 'application/json', headers },
        { method: 'POST', url, request: toRequest(text), response: toStream(text), type: 'text/event-stream' },
        { response: text, type: 'text/html', headers },
      ]
    }),
    { response: new Uint8Array([0xff, 0xfe, 0, 1, 2]), type: 'image/png' },
    { response: new Uint8Array([...encode('{"a":"'), 0xc3, 0x28, ...encode('"}')]), type: 'application/json' },
    { response: `{"text":"${'long '.repeat(200_000)}"}`, type: 'application/json' },
  )
  return { ...cassette, interactions: interactions.toSpliced(-3, 0, buildHostileConversation()) }
}

function buildHostileConversation(): Interaction {
  const texts = hostileTexts.flatMap((text) => [JSON.stringify({ type: text, text }), text, encode(text)])
  return buildConversation({
    frames: texts.map((data, at) => ({ from: at % 2 === 0 ? 'server' : 'client', at, data })),
    close: { from: 'server', code: 1000, reason: hostileTexts[0] ?? '' },
  })
}

function toRequest(text: string): string {
  const call = { id: text, type: 'function', function: { name: text, arguments: JSON.stringify({ [text]: text }) } }
  return JSON.stringify({
    model: text,
    tools: [{ type: 'function', function: { name: text, parameters: {} } }],
    messages: [
      { role: 'system', content: text },
      { role: 'user', content: [{ type: 'text', text }, { type: text }] },
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: text, content: text },
    ],
  })
}

function toAnswer(text: string): string {
  const choice = { index: 0, message: { role: 'assistant', content: text }, finish_reason: text }
  return JSON.stringify({ id: text, object: 'chat.completion', model: text, choices: [choice] })
}

function toStream(text: string): string {
  const events = [...text].map((content) => ({ choices: [{ index: 0, delta: { content } }] }))
  return events
    .map((event) => `data: ${JSON.stringify({ object: 'chat.completion.chunk', model: text, ...event })}\n\n`)
    .join('')
}
