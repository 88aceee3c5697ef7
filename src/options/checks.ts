import { CassetteOptionError } from '../errors/errors.ts'
import { showValue } from '../json/show-value.ts'
import { isRegExp } from '../platform/cross-realm.ts'
import { matchesAnything } from './matches-anything.ts'

/**
 * Checks the value of one option.
 *
 * @param value the value; an absent option (undefined) always passes
 * @param option the option's path, such as `match.headers`
 * @throws CassetteOptionError
 */
export type Check = (value: unknown, option: string) => void

/** One check for each option of an interface, so that an option without a check does not compile. */
export type Checks<Options> = Readonly<Record<keyof Options, Check>>

/** Accepts an object whose members are known and pass their checks: an unknown member is a typing error without effect. */
export function objectOf<Options>(checks: Checks<Options>): Check {
  return (value, option) => {
    if (value === undefined) return
    if (typeof value !== 'object' || value === null || Array.isArray(value)) refuseOption(option, value, 'an object')
    refuseUnknown(value, Object.keys(checks), option)
    for (const [name, check] of Object.entries<Check>(checks)) check(Reflect.get(value, name), memberOf(option, name))
  }
}

/** Accepts one of a few words. */
export function oneOf(choices: readonly string[]): Check {
  const expected = `one of ${choices.map((choice) => `'${choice}'`).join(', ')}`
  return satisfying((value) => typeof value === 'string' && choices.includes(value), expected)
}

/** Accepts a value that passes a test; `expected` completes "must be …". */
export function satisfying(test: (value: unknown) => boolean, expected: string): Check {
  return (value, option) => {
    if (value !== undefined && !test(value)) refuseOption(option, value, expected)
  }
}

/** Accepts a list whose items pass a test; `expected` completes "must be …". */
export function listOf(test: (item: unknown) => boolean, expected: string): Check {
  return satisfying((value) => Array.isArray(value) && value.every(test), expected)
}

/** Accepts a list of strings; `expected` completes "must be …". */
export function stringsOf(expected: string): Check {
  return listOf((item) => typeof item === 'string', expected)
}

/** Accepts a list of regular expressions. One that finds something in any text is a mistake, such as an unset variable. */
export const patterns: Check = listOf(
  (item) => isRegExp(item) && !matchesAnything(item),
  'regular expressions that do not match every text',
)

/** Accepts a function. */
export const aFunction: Check = satisfying((value) => typeof value === 'function', 'a function')

/**
 * Refuses a value.
 *
 * @param expected completes "must be …"
 * @throws CassetteOptionError always
 */
export function refuseOption(option: string, value: unknown, expected: string): never {
  const name = option || 'options'
  throw new CassetteOptionError(
    name,
    `The option "${name}" is ${showValue(value).slice(0, 80)}, and must be ${expected}.`,
  )
}

function refuseUnknown(options: object, known: readonly string[], path: string): void {
  const unknown = Object.keys(options).find((key) => !known.includes(key))
  if (unknown === undefined) return
  const option = memberOf(path, unknown)
  throw new CassetteOptionError(option, `Unknown option "${option}". Known: ${known.join(', ')}.`)
}

function memberOf(path: string, name: string): string {
  return path ? `${path}.${name}` : name
}
