import { requestBody, url } from '../../data/exchange.ts'

/** Sends the request of each interaction, one after the other. */
export async function requestAll(interactions: number): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  for (let index = 0; index < interactions; index++)
    await (await fetch(url, { method: 'POST', headers, body: requestBody(index) })).text()
}
