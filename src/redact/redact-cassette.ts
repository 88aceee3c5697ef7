import { gzipSync } from 'node:zlib'
import { loadFormats } from '#formats'
import { inflate, isGzip } from '../body/inflate.ts'
import type { HeaderPair, Interaction, RecordedResponse } from '../cassette.ts'
import { CassetteSaveError } from '../errors/errors.ts'
import { decodeText } from '../format/document/decode-text.ts'
import { editGoVcr2 } from '../format/go-vcr-2/edit.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { changedParts } from '../lint/changed-parts.ts'
import { findCredentials } from '../lint/find-credentials.ts'
import { readLintedCassette } from '../lint/linted-cassette.ts'
import { locatePlace, type Position } from '../lint/place.ts'
import { digestInteraction, renewSignature } from '../provenance/provenance.ts'
import type { RedactOptions } from '../secret/redact-options.ts'
import { redactRecorded } from '../secret/redact-recorded.ts'

/** A cassette after redaction. */
export interface RedactedCassette {
  /** The parts that were replaced, such as `#0 request.url`. */
  readonly changes: readonly string[]
  /** The new content; undefined if nothing changes. */
  readonly content: string | Uint8Array | undefined
  /** The texts that still look like credentials. */
  readonly remaining: readonly (Position & { readonly kind: string })[]
}

/**
 * Redacts the content of a cassette file.
 *
 * @param bytes the content
 * @param file its name, for messages
 * @param allowSecrets strings that look like credentials but are not
 * @throws CassetteParseError, CassetteFormatError; CassetteSaveError if the format can't be written
 */
export function redactCassette(
  bytes: Uint8Array<ArrayBuffer>,
  file: string,
  options: RedactOptions,
  allowSecrets: readonly RegExp[],
): RedactedCassette {
  const text = decodeText(isGzip(bytes) ? inflate(bytes, 'gzip') : bytes, file)
  const { format, interactions: before } = parseCassette(text, { path: file })
  const { interactions: redacted, known } = redactRecorded(before, options)
  const after = redacted.map((interaction, index) => finish(before[index] ?? interaction, interaction))
  const changes = after.flatMap((interaction, index) =>
    changedParts(before[index] ?? interaction, redacted[index] ?? interaction).map(({ name }) => `#${index} ${name}`),
  )
  const written =
    changes.length === 0
      ? text
      : format === 'go-vcr-2'
        ? writeGoVcr2(text, before, after, (each) => known.replace(each), file)
        : writeOther(format, after, file)
  const result = readLintedCassette(new TextEncoder().encode(written), { file, path: file })
  return {
    changes,
    content: written === text ? undefined : isGzip(bytes) ? gzipSync(written) : written,
    remaining: findCredentials(result, { allowed: allowSecrets, known }).map(({ kind, place }) => ({
      kind,
      ...locatePlace(place, result),
    })),
  }
}

function finish(before: Interaction, after: Interaction): Interaction {
  if (before === after) return after
  const request = withContentLength(before.request, after.request)
  const response = withContentLength(before.response, after.response)
  return renewSignature(before, { ...after, request, response })
}

/** Other players send the header as it is recorded. */
function withContentLength<T extends Pick<RecordedResponse, 'headers' | 'body'>>(before: T, after: T): T {
  if (before.body.length === after.body.length) return after
  const headers = after.headers.map(([name, value]): HeaderPair => {
    const isLength = name.toLowerCase() === 'content-length' && value === String(before.body.length)
    return isLength ? [name, String(after.body.length)] : [name, value]
  })
  return { ...after, headers }
}

/** The result is read again: in a layout that can't be edited, the file is written in the layout of this library. */
function writeGoVcr2(
  text: string,
  before: readonly Interaction[],
  after: readonly Interaction[],
  changeText: (text: string) => string,
  file: string,
): string {
  const edited = editGoVcr2(text, { before, after, changeText })
  if (edited !== undefined && hasInteractions(edited, after)) return edited
  if (/^\s*[{[]/.test(text)) return refuse(file, 'go-vcr-2 in JSON')
  return writeOther('go-vcr-2', after, file)
}

function hasInteractions(text: string, expected: readonly Interaction[]): boolean {
  try {
    const found = parseCassette(text).interactions
    return (
      found.length === expected.length &&
      found.every((interaction, index) => {
        const other = expected[index]
        return other !== undefined && digestInteraction(interaction) === digestInteraction(other)
      })
    )
  } catch {
    return false
  }
}

function writeOther(name: string, interactions: readonly Interaction[], file: string): string {
  const format = loadFormats().writableFormats.get(name)
  return format ? format.write(interactions) : refuse(file, name)
}

function refuse(file: string, format: string): never {
  throw new CassetteSaveError(
    file,
    `Failed to redact ${file}: its format is ${format}, which is not written. Convert it first: ` +
      `npx msw-cassette convert ${file} --to go-vcr-2 --out converted`,
  )
}
