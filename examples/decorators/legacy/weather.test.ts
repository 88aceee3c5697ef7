import { withCassette } from 'msw-cassette'
import { expect, test } from 'vitest'

/** A test suite as a class, with the decorators that `experimentalDecorators` enables in Vite. */
class Weather {
  readonly model = 'gpt-5-mini'

  @withCassette('cassettes/lisbon.yaml')
  async saysHowWarmItIs(): Promise<void> {
    const messages = [{ role: 'user', content: 'How warm is it in Lisbon?' }]
    const response = await fetch('https://api.openai.com/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: this.model, messages }),
    })
    expect(await response.text()).toContain('It is 21 °C')
  }
}

test('says how warm it is', () => new Weather().saysHowWarmItIs())
