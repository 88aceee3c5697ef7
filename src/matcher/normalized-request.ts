/** A request as matchers and normalizers see it. A normalizer may change it in place: it is a copy. */
export interface NormalizedRequest {
  /** Upper-cased. */
  method: string
  url: URL
  readonly headers: Headers
  /** The parsed JSON value, form fields as a map of lists, multipart parts, or text; null where there is none. */
  body: unknown
}
