import { cassetteFormats as all } from '#formats'
import type { CassetteFormat } from './format-summary.ts'

/** Every format that this library reads, sorted by name. */
export const cassetteFormats: readonly CassetteFormat[] = all
