import { type Content, type GenerateContentResponse, GoogleGenAI, Type } from '@google/genai'
import { type Client, collect, type Target } from '../client.ts'

type MakeGenAI = (target: Target) => GoogleGenAI

/** Google's SDK, with both of its APIs. */
export const clients: readonly Client[] = [
  {
    name: '@google/genai (Gemini)',
    package: '@google/genai',
    calls: {
      ...contentCalls(gemini),
      upload: async (target) =>
        withoutHead(await gemini(target).files.upload({ file: new Blob(['hello world'], { type: 'text/plain' }) })),
    },
  },
  {
    name: '@google/genai (Vertex)',
    package: '@google/genai',
    calls: contentCalls(
      ({ base, own }) =>
        new GoogleGenAI({
          vertexai: true,
          project: 'project',
          location: 'us-central1',
          googleAuthOptions: { authClient: authClient() },
          httpOptions: { baseUrl: base, ...own },
        }),
    ),
  },
]

function gemini({ base, own }: Target): GoogleGenAI {
  return new GoogleGenAI({ apiKey: 'not-needed', httpOptions: { baseUrl: base, ...own } })
}

/** Only these members of an auth client are used. */
function authClient(): never {
  return { getRequestHeaders: async () => new Headers({ authorization: 'Bearer not-needed' }) } as never
}

function contentCalls(make: MakeGenAI): Client['calls'] {
  const model = 'gemini-x'
  const paramsOf = ({ prompt, signal }: Target) => ({ model, contents: prompt, config: { abortSignal: signal } })
  return {
    plain: async (target) => withoutHead(await make(target).models.generateContent(paramsOf(target))),
    stream: async (target) =>
      collect(await make(target).models.generateContentStream(paramsOf(target)), target.onPiece, withoutHead),
    tool: async (target) => {
      const parameters = { type: Type.OBJECT, properties: { city: { type: Type.STRING } } }
      const config = { tools: [{ functionDeclarations: [{ name: 'weather', description: 'w', parameters }] }] }
      const contents: Content[] = [{ role: 'user', parts: [{ text: 'TOOL weather?' }] }]
      const first = await make(target).models.generateContent({ model, contents, config })
      contents.push(callOf(first), {
        role: 'user',
        parts: [{ functionResponse: { name: 'weather', response: { output: '21' } } }],
      })
      return [withoutHead(first), withoutHead(await make(target).models.generateContent({ model, contents, config }))]
    },
    'count tokens': async (target) =>
      withoutHead(await make(target).models.countTokens({ model, contents: target.prompt })),
  }
}

function callOf(response: GenerateContentResponse): Content {
  const content = response.candidates?.[0]?.content
  if (!content?.parts?.[0]?.functionCall) throw new Error('no tool call')
  return content
}

/** The headers of a response differ: a recording does not keep all of them. */
function withoutHead(response: object): object {
  return { ...response, sdkHttpResponse: undefined }
}
