import { openCassette } from 'msw-cassette/fetch'
import { expect, test } from 'vitest'

test('POST api.anthropic.com/v1/messages', async () => {
  await using session = openCassette('cassettes/jacket.yaml', {
    mode: 'replay',
  })
  const send = () =>
    session.fetch('https://api.anthropic.com/v1/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        model: 'claude-sonnet-5',
        max_tokens: 1024,
        stream: true,
        system:
          'You are a travel assistant. Answer briefly, in the language of the user. Call a tool before you state a fact about the weather or the calendar.',
        tools: [
          {
            name: 'weather',
            description: 'The weather of a city, now.',
            input_schema: {
              type: 'object',
              properties: {
                city: {
                  type: 'string',
                },
              },
              required: ['city'],
            },
          },
          {
            name: 'calendar',
            description: 'The events of a day.',
            input_schema: {
              type: 'object',
              properties: {
                day: {
                  type: 'string',
                },
              },
            },
          },
        ],
        messages: [
          {
            role: 'user',
            content:
              'I land in Lisbon at noon. Do I need a jacket for the walk to the hotel?',
          },
        ],
      }),
    })
  // The cassette answers the same request before.
  await send()
  const response = await send()
  expect(response.status).toBe(200)
})
