import type { Random } from '../random.ts'
import { aiShapes } from './ai.ts'
import { cloudShapes } from './cloud.ts'
import { codeShapes } from './code.ts'
import { expandTemplate, type Secret } from './expand-template.ts'
import { commonShapes, opaqueShapes, weakShapes } from './opaque.ts'
import { serviceShapes } from './services.ts'
import { structuredShapes } from './structured.ts'

/**
 * How a secret can be recognized. `known`: by its own form. `opaque`: by its name and its randomness. `weak`: only by an unambiguous
 * name, in a place that is certainly a value.
 */
export type Strength = 'known' | 'opaque' | 'weak'

/** A kind of secrets. */
export interface Shape {
  readonly name: string
  readonly strength: Strength
  create(random: Random): Secret
}

/** All kinds of secrets. */
export const shapes: readonly Shape[] = [
  ...toShapes('known', { ...aiShapes, ...cloudShapes, ...codeShapes, ...serviceShapes, ...structuredShapes }),
  ...toShapes('opaque', { ...opaqueShapes, ...commonShapes }),
  ...toShapes('weak', weakShapes),
]

function toShapes(strength: Strength, templates: Readonly<Record<string, string>>): Shape[] {
  return Object.entries(templates).map(([name, template]) => ({
    name,
    strength,
    create: (random) => expandTemplate(template, random),
  }))
}
