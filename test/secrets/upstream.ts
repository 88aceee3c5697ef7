import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import type { Answer } from './places/place.ts'

/** A local server that gives each request the answer that was announced for it. */
export interface Upstream extends AsyncDisposable {
  readonly origin: string
  readonly host: string
  /** Announces an answer. A request gets it with this value in the header `x-trial`, which no cassette contains. */
  announce(answer: Answer): string
}

/** Starts the server. */
export async function startUpstream(): Promise<Upstream> {
  const answers = new Map<string, Answer>()
  const server = createServer(async (request, response) => {
    request.resume()
    await once(request, 'end')
    const id = String(request.headers['x-trial'])
    await send(answers.get(id) ?? { status: 404, body: 'This answer was not announced.' }, response)
    answers.delete(id)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  let count = 0
  return {
    origin: `http://${host}`,
    host,
    announce: (answer) => {
      const id = String(++count)
      answers.set(id, answer)
      return id
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function send(
  { status = 200, statusText, headers = {}, body = '' }: Answer,
  response: ServerResponse,
): Promise<void> {
  response.statusCode = status
  if (statusText !== undefined) response.statusMessage = statusText
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  const [last = '', ...rest] = Array.isArray(body) ? [...body].reverse() : [body]
  for (const chunk of rest.reverse()) {
    response.write(chunk)
    await setImmediate()
  }
  response.end(last)
}
