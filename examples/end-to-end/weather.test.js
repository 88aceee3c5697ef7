import { expect, test } from 'vitest'

test('the app sends the weather', async () => {
  const response = await fetch('http://127.0.0.1:47301/weather')
  expect(await response.text()).toBe('It is 21 °C.')
})
