import { fromCassette, openCassette } from 'msw-cassette'
import tape from './__cassettes__/answer.test.js/weather.yaml?cassette'
import { createAnswer } from './answer.js'

export default {
  title: 'Answer',
  render: createAnswer,
  args: { question: 'How warm is it in Lisbon?' },
}

export const Done = {
  beforeEach({ msw }) {
    msw.use(...fromCassette(tape, { timing: 'recorded' }))
  },
}

export const Writing = {
  loaders: [() => ({ session: openCassette(tape, { timing: 'manual' }) })],
  beforeEach({ msw, loaded }) {
    msw.use(...loaded.session.handlers)
    return () => loaded.session.close()
  },
  async play({ loaded }) {
    await loaded.session.stream(0).next(2)
  },
}

export const Interrupted = {
  beforeEach({ msw }) {
    const timing = { eventsPerSecond: 10 }
    msw.use(...fromCassette(tape, { timing, faults: [{ at: 0, cutAfter: 3 }] }))
  },
}
