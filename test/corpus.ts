import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Real cassettes of other projects, which are not part of this repository. */
const CORPUS = new URL('../../shared/corpus/', import.meta.url)

/** Whether the corpus lies beside this checkout: without it, its tests say that they are skipped. */
export const corpus = existsSync(CORPUS) ? 'present' : 'absent'

if (corpus === 'absent') console.info('The real cassettes of other projects are not beside this checkout: skipped.')

/** The folders of the corpus whose files are cassettes. */
export const readableFolders = [
  'go-vcr-v2',
  'go-vcr-v1',
  'vcrpy',
  'ruby-vcr',
  'har',
  'nock',
  'undici',
  'dd-vcr',
  'hard-yaml',
] as const

/** What an independent reader found in one interaction. */
export interface ExpectedInteraction {
  readonly method: string
  readonly url: string
  readonly status: number
  readonly requestContentType: string | null
  readonly contentType: string | null
  readonly requestBody: Digest
  readonly responseBody: Digest
  readonly sse?: boolean
  readonly sseDataLines?: number
  readonly crlf?: boolean
}

/** A body as `expected.json` has it. */
export interface Digest {
  readonly bytes: number
  readonly sha256: string
  /** The same after decompression, where what is stored is gzip. */
  readonly gunzippedBytes?: number
  readonly gunzippedSha256?: string
  /** Instead of all else: the file has it as a parsed tree. */
  readonly tree?: true
}

/** The files of one folder of the corpus, with what they are expected to hold. */
export function corpusFiles(
  folder: string,
): { name: string; file: string; expected: ExpectedInteraction[] | undefined }[] {
  if (corpus === 'absent') return []
  const expected = JSON.parse(readFileSync(new URL('expected.json', CORPUS), 'utf8'))
  return readdirSync(new URL(folder, CORPUS)).map((name) => ({
    name,
    file: join(new URL(folder, CORPUS).pathname, name),
    expected: expected[`${folder}/${name}`],
  }))
}

/** A body as `expected.json` has it. */
export function digest(bytes: Uint8Array): Digest {
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex').slice(0, 16) }
}
