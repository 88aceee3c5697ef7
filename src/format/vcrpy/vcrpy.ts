import type { WritableFormatDefinition } from '../format-definition.ts'
import { isVcrpy, parseVcrpy } from './read.ts'
import { writeVcrpy } from './write.ts'

/**
 * The cassettes of VCR.py.
 *
 * @see https://vcrpy.readthedocs.io/en/latest/advanced.html
 */
export const vcrpy = {
  name: 'vcrpy',
  title: 'VCR.py',
  extension: '.yaml',
  withoutResponse: 'drop',
  detect: isVcrpy,
  parse: parseVcrpy,
  write: writeVcrpy,
} as const satisfies WritableFormatDefinition
