import type { Provider } from './start-provider.ts'

/** A port at which nothing listens. */
const CLOSED = 1

/**
 * Sends the requests of this process to hosts of the internet to a provider instead.
 *
 * @param provider undefined if there is none: they then find nobody
 */
export async function takeOverHosts(provider: Provider | undefined): Promise<void> {
  const port = provider?.port ?? CLOSED
  process.env.PROVIDER_PORTS = JSON.stringify({ tls: port, plain: port, taken: [] })
  await import('../../test/provider/redirect.ts')
}
