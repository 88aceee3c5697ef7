import { CassetteOptionError } from '../errors/errors.ts'
import { type Check, oneOf } from '../options/checks.ts'
import { environment } from '../platform/environment.ts'

const choices = ['auto', 'fetch', 'msw'] as const

/**
 * How a runner's setup receives the requests of tests. `'msw'`: MSW intercepts all of them. `'fetch'`: the setup replaces the global
 * `fetch`, and never loads MSW. `'auto'`: the same, until a client other than `fetch` needs MSW.
 */
export type Intercept = (typeof choices)[number]

/** Checks the option `intercept`. */
export const checkIntercept: Check = oneOf(choices)

/**
 * Chooses how requests are received: the option, else the environment variable `MSW_CASSETTE_INTERCEPT`, else `msw`.
 *
 * @throws CassetteOptionError if the variable has another value
 */
export function resolveIntercept(option?: Intercept): Intercept {
  const { MSW_CASSETTE_INTERCEPT: variable } = environment()
  if (option !== undefined || !variable) return option ?? 'msw'
  const found = choices.find((choice) => choice === variable)
  if (found) return found
  const known = choices.map((choice) => `'${choice}'`).join(', ')
  throw new CassetteOptionError(
    'MSW_CASSETTE_INTERCEPT',
    `The environment variable MSW_CASSETTE_INTERCEPT is ${JSON.stringify(variable)}, and must be one of ${known}.`,
  )
}
