import type { Interaction } from '../cassette.ts'
import type { SourceDocument } from './document/source-document.ts'

/** A file format that cassettes are read from: how to recognize it and how to read it. No format depends on another. */
export interface FormatDefinition {
  /** Short and stable, such as `go-vcr-2`. */
  readonly name: string
  /** For messages, such as `go-vcr version 2`. */
  readonly title: string
  /** For `docs/formats.md`: the file types and dialects that are read. */
  readonly reads: string
  /** For `docs/formats.md`: the data of a file that is not in the model, and so is lost in a conversion. */
  readonly loses: string
  /** Recognizes a document of this format by its shape, never by the file's name. */
  detect(value: unknown): boolean
  /**
   * Reads a document that `detect` accepted.
   *
   * @throws CassetteParseError if a value has a wrong type or range
   */
  parse(document: SourceDocument): Interaction[]
}

/** A file format that cassettes can also be written in. */
export interface WritableFormatDefinition extends FormatDefinition {
  /** The extension of its files, with the dot. */
  readonly extension: `.${string}`
  /** For `docs/formats.md`: the data of the model that the format can't store, or stores differently. */
  readonly drops: string
  /** Whether the format can store an interaction that has no response. If not, such interactions are left out. */
  readonly withoutResponse: 'keep' | 'drop'
  /** Whether the format can store the frames of a WebSocket. If not, such interactions are left out. */
  readonly websockets: 'keep' | 'drop'
  /** Writes interactions, in file order, as the text of a file. */
  write(interactions: readonly Interaction[]): string
}
