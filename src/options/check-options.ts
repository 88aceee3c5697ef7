import { CassetteOptionError } from '../errors/errors.ts'

/**
 * Refuses an options object that has a key that is not an option: a typing error would otherwise be without effect.
 *
 * @param options what the caller gave
 * @param known the options there are
 * @param path the object's own path, such as `match`; empty for the top
 * @throws CassetteOptionError
 */
export function checkKeys(options: object, known: readonly string[], path = ''): void {
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue
    const option = path ? `${path}.${key}` : key
    throw new CassetteOptionError(option, `Unknown option "${option}". Known: ${known.join(', ')}.`)
  }
}

/**
 * Refuses an option whose value is not one of a few words.
 *
 * @throws CassetteOptionError
 */
export function checkChoice(option: string, value: unknown, choices: readonly string[]): void {
  if (value === undefined || (typeof value === 'string' && choices.includes(value))) return
  throw new CassetteOptionError(
    option,
    `The option "${option}" is ${show(value)}, and must be one of ${choices.map((choice) => `'${choice}'`).join(', ')}.`,
  )
}

/**
 * Refuses an option whose value is not of a type.
 *
 * @throws CassetteOptionError
 */
export function checkOption(option: string, holds: boolean, value: unknown, expected: string): void {
  if (!holds)
    throw new CassetteOptionError(option, `The option "${option}" is ${show(value)}, and must be ${expected}.`)
}

function show(value: unknown): string {
  return typeof value === 'function' ? 'a function' : (JSON.stringify(value)?.slice(0, 80) ?? String(value))
}
