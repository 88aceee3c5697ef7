import dns from 'node:dns'
import { isIP } from 'node:net'

// Loaded with `--import`: every host on the internet is the local provider, and so are some ports of this machine. Addresses are replaced
// below the sockets, so the code under test, MSW and the library see the original ones.

/** The ports of the provider: with TLS, without it, and the ports of this machine that it takes over. */
interface Ports {
  readonly tls: number
  readonly plain: number
  readonly taken: readonly number[]
}

type Connect = (request: object, address: string, port: number) => number
type Tcp = { prototype: { connect: Connect; connect6: Connect } }

const { tls, plain, taken }: Ports = JSON.parse(process.env.PROVIDER_PORTS ?? '')
const INTERNET = '127.77.0.1'

const { lookup } = dns
Object.assign(dns, {
  lookup: (host: string, ...rest: [never]) => lookup(host === 'localhost' || isIP(host) ? host : INTERNET, ...rest),
})

const { prototype } = (process as unknown as { binding(name: 'tcp_wrap'): { TCP: Tcp } }).binding('tcp_wrap').TCP
const { connect, connect6 } = prototype
const redirect = (original: Connect): Connect =>
  function redirected(this: object, request, address, port) {
    if (address === INTERNET) return connect.call(this, request, '127.0.0.1', port === 443 ? tls : plain)
    if (taken.includes(port)) return connect.call(this, request, '127.0.0.1', plain)
    return original.call(this, request, address, port)
  }
prototype.connect = redirect(connect)
prototype.connect6 = redirect(connect6)
