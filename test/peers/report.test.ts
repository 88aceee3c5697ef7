import { expect, test } from 'vitest'
import { control, directionsOf } from './directions.ts'
import { toExchange } from './exchanges/exchange.ts'
import { goVcr } from './go-vcr.ts'
import { findUnexpected, formatResults } from './report.ts'
import { rubyVcr } from './ruby-vcr.ts'
import type { Finding } from './run-direction.ts'

const driver = { version: '1.0', command: [] }
const find = (id: string, result: Finding['result'], ...differences: string[]): Finding => ({
  exchange: toExchange({ id }),
  result,
  differences,
})

test('the report counts the exchanges, numbers the reasons, and lists a difference that nobody expects', () => {
  const peer = goVcr(4)
  const malformed = find('form-malformed', 'not recordable', 'invalid URL escape "%zz"')
  const results = [
    { peer, driver, direction: control, findings: [find('get', 'equal'), malformed], refusals: [] },
    { peer, driver, direction: control, findings: [find('get', 'not recordable', 'status 500')], refusals: [] },
  ]
  expect(formatResults(results)).toBe(`| library | direction | equal | different | not recordable | reasons |
| --- | --- | ---: | ---: | ---: | --- |
| go-vcr 4 (1.0) | recorded there, replayed there | 1 | 0 | 1 | 1 |
| go-vcr 4 (1.0) | recorded there, replayed there | 0 | 0 | 1 | 2 |

1. go-vcr refuses a form that it can't decode.
2. Unexpected: see the output of the script.`)
  expect(findUnexpected(results)).toEqual([
    { title: 'go-vcr 4, recorded there, replayed there: get is not recordable', difference: 'status 500' },
  ])
})

test('the report lists a cassette that this library refused to save, although its halves are equal', () => {
  const peer = goVcr(4)
  const [, direction = control] = directionsOf(peer)
  const result = { peer, driver, direction, findings: [find('get', 'equal')], refusals: ['Refused to save it.'] }
  expect(findUnexpected([result])).toEqual([
    {
      title: 'go-vcr 4, recorded here, replayed there: a cassette was not saved',
      difference: 'Refused to save it.',
    },
  ])
})

test('a library whose format is only read replays nothing that this library wrote', () => {
  expect(directionsOf(rubyVcr('text')).map(({ title }) => title)).toEqual([
    'recorded there, replayed there',
    'recorded there, replayed here',
    'appended here, replayed here',
  ])
})
