import { readFileSync } from 'node:fs'
import { type CassetteOptions, type Interaction, parseCassette } from 'msw-cassette'
import { corpusFiles, readableFolders } from '../../corpus.ts'
import type { Step } from '../places/place.ts'
import type { NormalTrial } from './normal-trials.ts'

const LARGEST = 200_000

/** Telemetry is not recorded by default. */
const options: CassetteOptions = {
  telemetry: { except: ['openai-agents', 'langsmith', 'otlp', 'sentry', 'posthog', 'langfuse', 'segment'] },
}

/** The exchanges of real cassettes of other projects, which those projects have already cleaned. */
export function createCorpusTrials(): NormalTrial[] {
  return readableFolders.flatMap((folder) =>
    corpusFiles(folder).flatMap(({ name, file }) =>
      parseCassette(readFileSync(file)).interactions.flatMap((interaction, index): NormalTrial[] => {
        const step = toStep(interaction)
        const place = `#${index}`
        return step === undefined ? [] : [{ group: folder, content: name, place, steps: [step], options }]
      }),
    ),
  )
}

/** Sends the request to this machine. Requests that `fetch` can't send are left out. */
function toStep({ request, response }: Interaction): Step | undefined {
  const { method, body } = request
  const size = body.length + response.body.length
  if (!URL.canParse(request.url) || response.status < 200 || size > LARGEST) return undefined
  if (body.length > 0 && /^(?:GET|HEAD)$/.test(method)) return undefined
  const { pathname, search } = new URL(request.url)
  const empty = /^(?:204|205|304)$/.test(String(response.status)) || method === 'HEAD'
  return {
    request: {
      path: pathname + search,
      method,
      headers: contentType(request.headers),
      ...(body.length > 0 ? { body } : {}),
    },
    answer: { status: response.status, headers: contentType(response.headers), body: empty ? '' : response.body },
  }
}

function contentType(headers: Interaction['request']['headers']): Record<string, string> {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  return type === undefined ? {} : { 'content-type': type }
}
