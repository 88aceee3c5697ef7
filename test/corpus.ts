import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Real cassettes of other projects. They are not part of this repository. */
const CORPUS = new URL('../../shared/corpus/', import.meta.url)

/** Whether the corpus is next to this checkout. The tests that need it are skipped if it is absent. */
export const corpus = existsSync(CORPUS) ? 'present' : 'absent'

if (corpus === 'absent')
  console.info('Skipped the tests with real cassettes of other projects: the corpus is not next to this checkout.')

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

/** One interaction as an independent reader read it. */
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

/** The length and hash of a body in `expected.json`. */
export interface Digest {
  readonly bytes: number
  readonly sha256: string
  /** The same after decompression, if the stored body is gzip. */
  readonly gunzippedBytes?: number
  readonly gunzippedSha256?: string
  /** Replaces all other fields if the file stores the body as a parsed tree. */
  readonly tree?: true
}

/** The files of one folder of the corpus and their expected interactions. */
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

/** Digests a body in the form of `expected.json`: the first 16 hexadecimal digits of its SHA-256. */
export function digest(bytes: Uint8Array): Digest {
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex').slice(0, 16) }
}
