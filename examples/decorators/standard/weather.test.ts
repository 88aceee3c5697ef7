import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withCassette } from 'msw-cassette/node-test'

/** A test suite as a class, with standard decorators, which `tsc` compiles. */
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
    assert.match(await response.text(), /It is 21 °C/)
  }
}

test('says how warm it is', () => new Weather().saysHowWarmItIs())
