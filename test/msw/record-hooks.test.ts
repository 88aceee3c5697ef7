import { readFileSync } from 'node:fs'
import { type Interaction, openCassette, parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { startServer } from '../start-server.ts'
import { startMswServer } from './start-msw-server.ts'
import { startRecording } from './start-recording.ts'

const server = startMswServer()

const withBody = (interaction: Interaction, text: string): Interaction => ({
  ...interaction,
  response: { ...interaction.response, body: new TextEncoder().encode(text) },
})

test('hooks can inspect, change and drop captured, saved and replayed interactions', async () => {
  await using upstream = await startServer((request, response) => void response.end(`from ${request.url}`))
  const seen: string[] = []
  const session = startRecording(server, upstream, {
    hooks: {
      afterCapture: ({ interaction }) => {
        seen.push(`captured ${new URL(interaction.request.url).pathname}`)
        return interaction.request.url.endsWith('/captured') ? null : undefined
      },
      beforeSave: ({ interaction }) => {
        seen.push(`saved ${new URL(interaction.request.url).pathname}`)
        return interaction.request.url.endsWith('/saved') ? null : withBody(interaction, 'changed before the save')
      },
      onClose: ({ played, recorded }) => {
        seen.push(`closed: ${played.length} played, ${recorded.length} recorded`)
      },
    },
  })
  for (const path of ['/captured', '/saved', '/kept']) {
    expect(await (await fetch(upstream.origin + path)).text()).toBe(`from ${path}`)
  }
  await session.close()
  expect(seen).toEqual([
    'captured /captured',
    'captured /saved',
    'saved /saved',
    'captured /kept',
    'saved /kept',
    'closed: 1 played, 1 recorded',
  ])
  const savedBodies = parseCassette(readFileSync(session.file)).interactions.map(({ response }) =>
    new TextDecoder().decode(response.body),
  )
  expect(savedBodies).toEqual(['changed before the save'])

  await using replayed = openCassette(session.file, {
    mode: 'replay',
    hooks: { beforeReplay: ({ interaction }) => withBody(interaction, 'changed before the replay') },
  })
  expect(await (await replayed.fetch(`${upstream.origin}/kept`)).text()).toBe('changed before the replay')
})
