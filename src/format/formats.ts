import type { CassetteFormat } from './format.ts'
import { goVcr2 } from './go-vcr-2.ts'

/** Every format that this library reads, in the order in which they are tried. */
export const cassetteFormats: readonly CassetteFormat[] = [goVcr2]
