import type { FormatDefinition, WritableFormatDefinition } from './format-definition.ts'
import { goVcr1 } from './go-vcr-1.ts'
import { goVcr2 } from './go-vcr-2/go-vcr-2.ts'
import { har } from './har/har.ts'
import { nock } from './nock.ts'
import { rubyVcr } from './ruby-vcr.ts'
import { singleExchange } from './single-exchange.ts'
import { undici } from './undici.ts'
import { vcrpy } from './vcrpy/vcrpy.ts'

/** Every format, in the order in which `detect` is tried: the first that accepts a document reads it. */
export const formats = [
  goVcr2,
  vcrpy,
  goVcr1,
  rubyVcr,
  har,
  nock,
  undici,
  singleExchange,
] as const satisfies readonly FormatDefinition[]

/** A format that cassettes can be written in. */
export type WritableFormatEntry = Extract<(typeof formats)[number], WritableFormatDefinition>

/** The name of a format that cassettes can be written in. More can be read: see `cassetteFormats`. */
export type WritableFormat = WritableFormatEntry['name']

/** The formats that can be written, by name. */
export const writableFormats: ReadonlyMap<string, WritableFormatEntry> = new Map(
  formats.filter((format): format is WritableFormatEntry => 'write' in format).map((format) => [format.name, format]),
)
