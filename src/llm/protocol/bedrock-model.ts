import { decodePercent } from '../../body/url-encoded.ts'

/** Finds the model in the path of Bedrock, such as `/model/us.amazon.nova-lite-v1%3A0/converse`. */
export function modelInBedrockPath(path: string): string | undefined {
  const [, model] = /\/model\/([^/]+)\//.exec(path) ?? []
  return model && decodePercent(model)
}
