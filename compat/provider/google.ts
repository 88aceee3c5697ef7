import { type Answer, json } from './answer.ts'
import type { Ask } from './ask.ts'
import { PICTURE, VECTOR } from './media.ts'

/** Gemini, with the Gemini API and with Vertex. */
export function answerGemini(ask: Ask): Answer | undefined {
  const { path } = ask
  if (path.endsWith(':countTokens')) return json({ totalTokens: 9 })
  if (path.endsWith(':batchEmbedContents')) return json({ embeddings: [{ values: VECTOR }, { values: VECTOR }] })
  if (path.startsWith('/upload/')) return answerUpload(ask)
  const call = { functionCall: { name: 'weather', args: { city: 'Lisbon' } } }
  const isCall = ask.turn === 'tool call'
  if (path.endsWith(':generateContent')) {
    const picture = { inlineData: { mimeType: 'image/png', data: PICTURE } }
    const part = ask.text.includes('responseModalities') ? picture : { text: ask.words.join('') }
    return json(toContent(ask, isCall ? call : part, 'STOP'))
  }
  if (!path.endsWith(':streamGenerateContent')) return undefined
  const last = ask.words.length - 1
  const list = isCall
    ? [toContent(ask, call, 'STOP')]
    : ask.words.map((text, index) => toContent(ask, { text }, index === last ? 'STOP' : undefined))
  return {
    headers: { 'content-type': 'text/event-stream' },
    parts: list.map((content) => `data: ${JSON.stringify(content)}\r\n\r\n`),
  }
}

function toContent({ id }: Ask, part: object, finishReason: string | undefined): object {
  return {
    candidates: [{ content: { role: 'model', parts: [part] }, index: 0, ...(finishReason ? { finishReason } : {}) }],
    usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 7, totalTokenCount: 12 },
    modelVersion: 'gemini-x',
    responseId: id,
  }
}

function answerUpload({ headers, origin, id }: Ask): Answer {
  if (headers['x-goog-upload-command'] === 'start') {
    const session = `${origin}/upload/v1beta/session?upload_id=${id}&upload_protocol=resumable`
    return json({}, { 'x-goog-upload-url': session, 'x-goog-upload-status': 'active' })
  }
  const file = { name: `files/${id}`, mimeType: 'text/plain', state: 'ACTIVE', sizeBytes: '11' }
  return json({ file }, { 'x-goog-upload-status': 'final' })
}
