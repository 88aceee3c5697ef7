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
 * Shapes in the places that have to find them; the names rotate.
 *
 * @param share how many of all pairs of shapes and places, from 0 to 1
 */
export function createTrials(seed: number, share: number): Trial[] {
  return Object.entries(places).flatMap(([family, list]) =>
    list.flatMap((place) =>
      shapes
        .filter(({ strength }) => reachOf[strength].includes(place.reach))
        .filter((shape) => createRandom(seed, 'share', place.name, shape.name).below(1e6) < share * 1e6)
        .map((shape) => createTrial(seed, family, place, shape))
        .filter(({ secret }) => fits(place, secret.text) === 'yes'),
    ),
  )
}

function createTrial(seed: number, family: string, place: Place, shape: Shape): Trial {
  const random = createRandom(seed, place.name, shape.name)
  const secret = shape.create(random)
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
  if (fits(place, secret.text) === 'yes') {
    place.options?.(input)
    place.environment?.(input)
    place.steps(input)
  }
  return { family, place, shape, name: used, secret, input, otherInput: toInput(shape.create(random)) }
}

/** A name that is only sometimes a credential needs a value that looks like one. */
function suits(name: Name, shape: Shape, text: string): 'yes' | 'no' {
  if (name.meaning === 'certain' || shape.strength === 'known') return 'yes'
  return shape.strength === 'opaque' && /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text) ? 'yes' : 'no'
}

function fits(place: Place, text: string): 'yes' | 'no' {
  if (place.fits === 'line' && text.includes('\n')) return 'no'
  return place.accepts?.(text) ?? 'yes'
}
