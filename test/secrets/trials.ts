import { type Name, names } from './names.ts'
import { type Place, type PlaceInput, reachOf } from './places/place.ts'
import { places } from './places/places.ts'
import { createRandom } from './random.ts'
import type { Secret } from './shapes/expand-template.ts'
import { type Shape, shapes } from './shapes/shapes.ts'

/** One secret in one place behind one name. */
export interface Trial {
  readonly family: string
  readonly place: Place
  readonly shape: Shape
  /** The name, or `(its own)` if the place does not use one. */
  readonly name: string
  readonly secret: Secret
  readonly input: PlaceInput
  /** The same with another secret. */
  readonly otherInput: PlaceInput
}

/**
 * Shapes in all places that have to find them; the names rotate.
 *
 * @param perPlace how many shapes each place gets, at most
 */
export function createTrials(seed: number, perPlace: number): Trial[] {
  return Object.entries(places).flatMap(([family, list]) =>
    list.flatMap((place) => {
      const trials: Trial[] = []
      for (const shape of shuffle(seed, place)) {
        if (trials.length === perPlace) break
        const trial = createTrial(seed, family, place, shape)
        if (trial !== undefined) trials.push(trial)
      }
      return trials
    }),
  )
}

/** The shapes in another order for each place. */
function shuffle(seed: number, place: Place): Shape[] {
  const order = new Map(
    shapes.map((shape) => [shape, createRandom(seed, 'order', place.name, shape.name).below(2 ** 31)]),
  )
  return [...shapes].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
}

/** Undefined if the place does not have to find this kind of secret, or can't contain it. */
function createTrial(seed: number, family: string, place: Place, shape: Shape): Trial | undefined {
  if (!reachOf[shape.strength].includes(place.reach)) return undefined
  const random = createRandom(seed, place.name, shape.name)
  const secret = shape.create(random)
  if (fits(place, secret.text) === 'no') return undefined
  const name = random.pick(names.filter((candidate) => suits(candidate, shape, secret.text) === 'yes'))
  let used = '(its own)'
  const toInput = ({ text }: Secret): PlaceInput => ({
    secret: text,
    get name() {
      used = name.words
      return name
    },
  })
  const input = toInput(secret)
  // Shows whether the place uses the name.
  for (const build of [place.options, place.environment, place.steps]) build?.(input)
  return { family, place, shape, name: used, secret, input, otherInput: toInput(shape.create(random)) }
}

/** A name that is only sometimes a credential needs a value that looks like one. A number is a password rather than a token. */
function suits(name: Name, shape: Shape, text: string): 'yes' | 'no' {
  if (shape.strength === 'weak') return /pass|pwd|secret/.test(name.words) && name.meaning === 'certain' ? 'yes' : 'no'
  if (name.meaning === 'certain' || shape.strength === 'known') return 'yes'
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text) ? 'yes' : 'no'
}

function fits(place: Place, text: string): 'yes' | 'no' {
  if (place.fits === 'line' && text.includes('\n')) return 'no'
  return place.accepts?.(text) ?? 'yes'
}
