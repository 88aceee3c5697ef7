import { expect, test } from 'msw-cassette/playwright'

// The request is sent by server.js, in another process.
test('the app shows the weather', async ({ cassette, page }) => {
  await page.goto('/')
  await expect(page.locator('#answer')).toHaveText('It is 21 °C.')
  expect(cassette.played).toHaveLength(1)
})
