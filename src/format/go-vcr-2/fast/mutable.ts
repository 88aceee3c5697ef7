/** An object that is still being built. Members are assigned, not spread, because this runs for each interaction of a large cassette. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
