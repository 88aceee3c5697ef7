import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { certificate } from '../../test/provider/certificate.ts'
import type { Provider } from './start-provider.ts'

/**
 * Sends the requests of this process to hosts of the internet to a provider instead.
 *
 * @param provider undefined if there is none: they then find nobody
 */
export async function takeOverHosts(provider: Provider | undefined): Promise<void> {
  setDefaultCACertificates([...getCACertificates(), certificate.cert])
  process.env.PROVIDER_PORTS = JSON.stringify({ tls: 1, plain: 1, ...provider?.ports, taken: [] })
  await import('../../test/provider/redirect.ts')
}
