import { type Answer, json } from './answer.ts'
import type { Ask } from './ask.ts'

/** The models of Hugging Face's hub, each with the provider Groq. */
export function answerHub({ path }: Ask): Answer | undefined {
  const [, id] = /^\/api\/models\/(.+)$/.exec(path) ?? []
  if (id === undefined) return undefined
  const groq = { status: 'live', providerId: `groq-${id}`, task: 'conversational' }
  return json({ id, inferenceProviderMapping: { groq } })
}
