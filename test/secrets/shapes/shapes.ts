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
  readonly group: string
  readonly name: string
  readonly strength: Strength
  create(random: Random): Secret
}

/** All kinds of secrets. */
export const shapes: readonly Shape[] = [
  ...toShapes('services for models', 'known', aiShapes),
  ...toShapes('clouds and their tools', 'known', cloudShapes),
  ...toShapes('hosts for code and packages', 'known', codeShapes),
  ...toShapes('messages, payments and shops', 'known', serviceShapes),
  ...toShapes('standards: tokens, private keys, URLs', 'known', structuredShapes),
  ...toShapes('services without a form of their own', 'opaque', commonShapes),
  ...toShapes('random values', 'opaque', opaqueShapes),
  ...toShapes('passwords of people, numbers', 'weak', weakShapes),
]

function toShapes(group: string, strength: Strength, templates: Readonly<Record<string, string>>): Shape[] {
  return Object.entries(templates).map(([name, template]) => ({
    group,
    name,
    strength,
    create: (random) => expandTemplate(template, random),
  }))
}
