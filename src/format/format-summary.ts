/** A file format of cassettes. */
export interface CassetteFormat {
  /** Short and stable, such as `go-vcr-2`: the `format` of a cassette that was read from it. */
  readonly name: string
  /** For messages, such as `go-vcr version 2`. */
  readonly title: string
  /** `read-write`: `stringifyCassette` can write it. */
  readonly access: 'read-only' | 'read-write'
}
