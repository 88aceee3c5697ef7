import { requestBody, url } from '../../data/exchange.ts'

/** Asks for each interaction, one after the other. */
export async function askForAll(interactions: number): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  for (let index = 0; index < interactions; index++)
    await (await fetch(url, { method: 'POST', headers, body: requestBody(index) })).text()
}
