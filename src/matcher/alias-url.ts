import { refuseOption } from '../options/checks.ts'

/**
 * Applies the option `match.url`.
 *
 * @param url passed to the function, which can change it
 * @param alias the option
 * @throws CassetteOptionError if the function returns something else than a URL
 */
export function aliasUrl(url: URL, alias: (url: URL) => URL | string | undefined | void): URL {
  const { href } = url
  const aliased = alias(url) ?? url
  if (aliased instanceof URL) return aliased
  if (!URL.canParse(aliased)) refuseOption('match.url', aliased, `a function that returns a URL, also for ${href}`)
  return new URL(aliased)
}
