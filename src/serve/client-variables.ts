import type { Provider } from './providers.ts'

/**
 * Lists the environment variables with which clients send their requests to a server.
 *
 * @param url the URL of the server
 * @param routes its providers
 */
export function clientVariables(url: string, routes: readonly Provider[]): Record<string, string> {
  return Object.fromEntries(
    routes.flatMap(({ name, variables = {} }) =>
      Object.entries(variables).map(([variable, path]) => [variable, `${url}/${name}${path}`]),
    ),
  )
}
