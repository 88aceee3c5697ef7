import type { Cassette } from '../cassette.ts'
import type { SourceDocument } from './document/source-document.ts'

/** A file format of cassettes: how to tell it, and how to read it. No format knows another. */
export interface CassetteFormat {
  /** Short and stable, such as `go-vcr-2`. */
  readonly name: string
  /** For messages, such as `go-vcr version 2`. */
  readonly title: string
  /** Tells by shape, never by the file's name, whether a document is of this format. */
  detect(value: unknown): boolean
  /**
   * Reads a document that `detect` accepted.
   *
   * @throws CassetteParseError where a value has a wrong type or range
   */
  parse(document: SourceDocument): Cassette
}
