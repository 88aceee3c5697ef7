/** A path into a document: map keys and list indexes. */
export type Path = readonly (string | number)[]
