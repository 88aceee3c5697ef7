import type { BodyKind } from '../body/comparable-body.ts'

/** A request as matchers and normalizers see it. It is a copy, so a normalizer can change it in place. */
export interface NormalizedRequest {
  /** Upper-cased. */
  method: string
  url: URL
  readonly headers: Headers
  /** The parsed JSON value, form fields as a map of lists, multipart parts, or text; null if there is none. */
  body: unknown
  /** How the body was parsed; undefined if a normalizer has replaced the request. */
  bodyKind?: BodyKind
}
