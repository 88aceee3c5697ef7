import { type Answer, events, json } from './answer.ts'
import type { Ask } from './ask.ts'
import { toBytes, VECTOR } from './media.ts'

/** OpenAI's embeddings, files, speech, transcriptions and images. */
export function answerMedia(ask: Ask): Answer | undefined {
  const { path, id, text } = ask
  if (/\/embeddings$/.test(path)) return answerEmbeddings(ask)
  if (/\/audio\/transcriptions$/.test(path))
    return /name="stream"\r\n\r\ntrue/.test(text) ? streamTranscript() : json({ text: `hello ${id}` })
  if (/\/audio\/speech$/.test(path))
    return { headers: { 'content-type': 'audio/mpeg' }, parts: Array.from({ length: 4 }, (_, part) => toBytes(part)) }
  if (/\/images\/(?:generations|edits)$/.test(path))
    return json({
      created: 1_700_000_000,
      data: [{ b64_json: Buffer.from(toBytes(id.charCodeAt(0))).toString('base64') }],
    })
  if (/^(?!\/upload).*\/files$/.test(path))
    return json({
      id: `file-${id}`,
      object: 'file',
      bytes: text.length,
      created_at: 1_700_000_000,
      filename: 'a.jsonl',
      purpose: 'batch',
      sample_type: 'batch_request',
      source: 'upload',
      num_lines: 1,
      status: 'processed',
    })
  return undefined
}

function answerEmbeddings({ body, id }: Ask): Answer {
  const embedding =
    body.encoding_format === 'base64' ? Buffer.from(new Float32Array(VECTOR).buffer).toString('base64') : VECTOR
  return json({
    id: `embd-${id}`,
    object: 'list',
    model: body.model,
    data: [body.input].flat().map((_, index) => ({ object: 'embedding', index, embedding })),
    usage: { prompt_tokens: 1, total_tokens: 1 },
  })
}

function streamTranscript(): Answer {
  return events([
    { data: { type: 'transcript.text.delta', delta: 'hello ' } },
    { data: { type: 'transcript.text.delta', delta: 'world' } },
    { data: { type: 'transcript.text.done', text: 'hello world' } },
  ])
}
