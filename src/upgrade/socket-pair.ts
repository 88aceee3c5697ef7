import type { Duplex } from 'node:stream'
import { nodeBuiltin } from '../platform/builtin.ts'

/** Creates both ends of a connection inside this process, with the methods of a socket that `node:http` calls. */
export function createSocketPair(): [client: Duplex, server: Duplex] {
  const [client, server] = nodeBuiltin('stream').duplexPair()
  endWith(client, server)
  endWith(server, client)
  return [toSocket(client), toSocket(server)]
}

/** Destroys one end when the other one was destroyed, as a network does, as soon as it has received everything. */
function endWith(end: Duplex, other: Duplex): void {
  other.once('close', () => {
    if (end.destroyed) return
    end.once('end', () => end.destroy())
    if (end.readableEnded) end.destroy()
    else end.push(null)
  })
}

function toSocket(duplex: Duplex): Duplex {
  const methods = ['setNoDelay', 'setTimeout', 'setKeepAlive', 'ref', 'unref'].map((name) => [name, () => duplex])
  return Object.assign(duplex, Object.fromEntries(methods), { encrypted: true, remoteAddress: '127.0.0.1' })
}
