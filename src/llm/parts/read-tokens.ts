import type { JsonObject } from '../../json/json-value.ts'
import { given, numberOf } from '../../json/members.ts'
import type { Usage } from '../conversation.ts'

/** Reads the tokens of an image, of speech or of a transcription; undefined if the model counts something else, such as seconds. */
export function readTokens(usage: JsonObject | undefined): Usage | undefined {
  const input = numberOf(usage, 'input_tokens')
  const output = numberOf(usage, 'output_tokens')
  return input === undefined && output === undefined ? undefined : given({ input, output })
}
