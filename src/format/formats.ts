import * as all from './all-formats.ts'
import type { FormatDefinition, WritableFormatDefinition } from './format-definition.ts'

type Format = (typeof all)[keyof typeof all]

/** A format that cassettes can be written in. */
export type WritableFormatEntry = Extract<Format, WritableFormatDefinition>

/** The name of a format that cassettes can be written in. More can be read: see `cassetteFormats`. */
export type WritableFormat = WritableFormatEntry['name']

/** Every format, sorted by name. At most one of them accepts a document. */
export const formats: readonly (Format & FormatDefinition)[] = Object.values(all).sort((a, b) =>
  a.name < b.name ? -1 : 1,
)

/** The formats that can be written, by name. */
export const writableFormats: ReadonlyMap<string, WritableFormatEntry> = new Map(
  formats.filter((format): format is WritableFormatEntry => 'write' in format).map((format) => [format.name, format]),
)
