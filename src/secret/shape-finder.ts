/** A text that looks like a credential. */
export interface ShapeMatch {
  readonly kind: string
  readonly text: string
}

/** One finder of credentials in any text. Takes time in proportion to the text. */
export type ShapeFinder = (text: string) => Iterable<ShapeMatch>
