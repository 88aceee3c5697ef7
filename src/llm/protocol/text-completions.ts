import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, memberOf, numberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import type { ConversationAnswer } from '../conversation.ts'
import { appendText } from '../parts/append-text.ts'
import { IndexedList } from '../parts/indexed-list.ts'
import { textPart } from '../parts/part.ts'
import type { Protocol } from '../protocol.ts'
import { modelInBedrockPath } from './bedrock-model.ts'

/** The names that an API gives the parts of a completion: a prompt that is continued as text. */
interface CompletionShape {
  readonly name: string
  readonly path: RegExp
  /** The member of the request that contains the prompt. */
  readonly prompt: string
  /** A member that the request must also have, because the prompt has the same name in several APIs. */
  readonly only?: string
  /** The member that contains the list of answers; absent if the answer itself has the text. */
  readonly list?: string
  readonly text: string
  readonly finishReason: string
  /** The objects that can contain the counts: the answer itself for `''`. */
  readonly usage: string
  readonly input: string
  readonly output: string
}

const BEDROCK = { usage: 'amazon-bedrock-invocationMetrics', input: 'inputTokenCount', output: 'outputTokenCount' }

const shapes: readonly CompletionShape[] = [
  {
    name: 'openai-completions',
    path: /\/completions$/,
    prompt: 'prompt',
    list: 'choices',
    text: 'text',
    finishReason: 'finish_reason',
    usage: 'usage',
    input: 'prompt_tokens',
    output: 'completion_tokens',
  },
  {
    name: 'anthropic-completions',
    path: /\/complete$|\/model\/anthropic\./,
    prompt: 'prompt',
    only: 'max_tokens_to_sample',
    text: 'completion',
    finishReason: 'stop_reason',
    ...BEDROCK,
  },
  {
    name: 'bedrock-titan',
    path: /\/model\/amazon\./,
    prompt: 'inputText',
    list: 'results',
    text: 'outputText',
    finishReason: 'completionReason',
    usage: '',
    input: 'inputTextTokenCount',
    output: 'totalOutputTextTokenCount',
  },
  {
    name: 'bedrock-llama',
    path: /\/model\/(?:\w+\.)?meta\./,
    prompt: 'prompt',
    text: 'generation',
    finishReason: 'stop_reason',
    usage: '',
    input: 'prompt_token_count',
    output: 'generation_token_count',
  },
  {
    name: 'bedrock-mistral',
    path: /\/model\/mistral\./,
    prompt: 'prompt',
    list: 'outputs',
    text: 'text',
    finishReason: 'stop_reason',
    ...BEDROCK,
  },
  {
    name: 'cohere-generate',
    path: /\/generate$|\/model\/cohere\./,
    prompt: 'prompt',
    list: 'generations',
    text: 'text',
    finishReason: 'finish_reason',
    ...BEDROCK,
  },
  {
    name: 'aleph-alpha',
    path: /\/complete$/,
    prompt: 'prompt',
    only: 'maximum_tokens',
    list: 'completions',
    text: 'completion',
    finishReason: 'finish_reason',
    usage: '',
    input: 'num_tokens_prompt_total',
    output: 'num_tokens_generated',
  },
  {
    name: 'huggingface-generation',
    path: /\/generate(?:_stream)?$|\/models\//,
    prompt: 'inputs',
    text: 'generated_text',
    finishReason: 'finish_reason',
    usage: 'details',
    input: 'prefill_tokens',
    output: 'generated_tokens',
  },
]

/** The completions of older APIs, and of models that Bedrock runs with InvokeModel. */
export const textCompletions: readonly Protocol[] = shapes.map(toProtocol)

function toProtocol(shape: CompletionShape): Protocol {
  const { name, path, prompt, only } = shape
  const isRequest = (request: JsonObject): boolean => prompt in request && (only === undefined || only in request)
  const isAnswer = (answer: JsonObject, request: JsonObject): boolean =>
    // The name of a list alone is not enough: other APIs have it too.
    (shape.list === 'choices' || isRequest(request)) && itemsOf(answer, shape).some((item) => shape.text in item)
  return {
    name,
    path,
    operation: 'chat',
    isRequest,
    isAnswer,
    stream: {
      isEvent: (event, request) =>
        isAnswer(event, request) || (shape.list !== undefined && isAnswer({ [shape.list]: [event] }, request)),
      assemble: (events) => assemble(events, shape),
    },
    readRequest: (request, urlPath) => ({
      ...given({ model: textOf(request, 'model') ?? modelInBedrockPath(urlPath) }),
      tools: [],
      messages: [{ role: 'user', parts: promptsOf(request[prompt]).flatMap(textPart) }],
    }),
    readAnswer: (answer) =>
      given({
        model: textOf(answer, 'model') ?? textOf(answer, 'model_version'),
        answers: itemsOf(answer, shape).map((item) => readItem(item, shape)),
        usage: readCounts(answer, shape),
      }),
  }
}

function itemsOf(answer: JsonObject, { list }: CompletionShape): JsonObject[] {
  return list === undefined ? [answer] : objectsOf(answer, list)
}

/** Several prompts can be sent together, as texts or as objects. */
function promptsOf(prompt: unknown): unknown[] {
  const prompts = Array.isArray(prompt) ? prompt : [prompt]
  return prompts.map((one) => (isJsonObject(one) ? one.data : one))
}

function readItem(item: JsonObject, { text, finishReason }: CompletionShape): ConversationAnswer {
  const reason = textOf(item, finishReason) ?? textOf(objectOf(item, 'details'), finishReason)
  return { parts: textPart(item[text]), ...given({ finishReason: reason }) }
}

function readCounts(answer: JsonObject, { usage, input, output, list }: CompletionShape) {
  const counts = usage === '' ? answer : objectOf(answer, usage)
  const [first] = list === undefined ? [] : objectsOf(answer, list)
  const tokens = { input: numberOf(counts, input), output: numberOf(counts, output) ?? numberOf(first, 'tokenCount') }
  return tokens.input === undefined && tokens.output === undefined ? undefined : given(tokens)
}

function assemble(events: readonly StreamEvent[], shape: CompletionShape): JsonObject {
  const answer: JsonObject = {}
  const items = new IndexedList<JsonObject>(() => ({}))
  for (const { json: event } of events) {
    if (!isJsonObject(event)) continue
    for (const piece of piecesOf(event, shape)) addPiece(items.at(numberOf(piece, 'index') ?? 0), piece, shape)
    Object.assign(answer, knownMembers(event, shape))
  }
  return shape.list === undefined ? { ...answer, ...items.at(0) } : { ...answer, [shape.list]: items.toList() }
}

/** Some streams have lists of pieces, as the answer has; others have one piece in each event. */
function piecesOf(event: JsonObject, shape: CompletionShape): JsonObject[] {
  return shape.list !== undefined && Array.isArray(event[shape.list]) ? itemsOf(event, shape) : [event]
}

function knownMembers(event: JsonObject, { list, text }: CompletionShape): JsonObject {
  const known = Object.entries(event).filter(([name, value]) => name !== list && name !== text && value !== null)
  return Object.fromEntries(known)
}

function addPiece(item: JsonObject, piece: JsonObject, { text, finishReason }: CompletionShape): void {
  // Hugging Face sends tokens, and the whole text last.
  const token = objectOf(piece, 'token')
  if (token && typeof piece[text] === 'string') item[text] = piece[text]
  else if (token) appendText(item, text, token.text)
  else appendText(item, text, piece[text])
  item[finishReason] = memberOf(piece, finishReason) ?? item[finishReason]
}
