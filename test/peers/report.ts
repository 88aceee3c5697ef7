import type { Direction } from './directions.ts'
import { explainDifference } from './expected-differences.ts'
import type { Driver, Peer } from './peer.ts'
import type { DirectionFindings, Finding } from './run-direction.ts'

/** The findings of one direction. */
export interface DirectionResult extends DirectionFindings {
  readonly peer: Peer
  readonly driver: Driver
  readonly direction: Direction
}

/** A difference that is not listed in `expected-differences.ts`. */
interface Unexpected {
  readonly title: string
  readonly difference: string
}

const UNEXPECTED = 'Unexpected: see the output of the script.'

/** Lists the differences that nobody expects, and the refusals of this library. */
export function findUnexpected(results: readonly DirectionResult[]): Unexpected[] {
  const differences = explainAll(results)
    .filter(({ reason }) => reason === undefined)
    .map(({ result: { peer, direction }, finding: { exchange, result }, difference }) => ({
      title: `${peer.name}, ${direction.title}: ${exchange.id} is ${result}`,
      difference,
    }))
  const refusals = results.flatMap(({ peer, direction, refusals }) =>
    refusals.map((difference) => ({ title: `${peer.name}, ${direction.title}: a cassette was not saved`, difference })),
  )
  return [...differences, ...refusals]
}

/** Formats the table of all directions, and below it the reasons of the differences, as Markdown. */
export function formatResults(results: readonly DirectionResult[]): string {
  const explained = explainAll(results)
  const reasons = [...new Set(explained.map(({ reason }) => reason ?? UNEXPECTED))]
  const rows = results.map((result) => {
    const count = (kind: Finding['result']): number =>
      result.findings.filter((finding) => finding.result === kind).length
    const numbers = explained
      .filter((one) => one.result === result)
      .map(({ reason }) => reasons.indexOf(reason ?? UNEXPECTED) + 1)
    const notes = [...new Set(numbers)].sort((a, b) => a - b).join(', ')
    const name = `${result.peer.name} (${result.driver.version})`
    const { title } = result.direction
    return `| ${name} | ${title} | ${count('equal')} | ${count('different')} | ${count('not recordable')} | ${notes} |`
  })
  return [
    '| library | direction | equal | different | not recordable | reasons |',
    '| --- | --- | ---: | ---: | ---: | --- |',
    ...rows,
    '',
    ...reasons.map((reason, index) => `${index + 1}. ${reason}`),
  ].join('\n')
}

interface Explained {
  readonly result: DirectionResult
  readonly finding: Finding
  readonly difference: string
  readonly reason: string | undefined
}

function explainAll(results: readonly DirectionResult[]): Explained[] {
  return results.flatMap((result) =>
    result.findings.flatMap((finding) =>
      finding.differences.map((difference) => {
        const { exchange } = finding
        return { result, finding, difference, reason: explainDifference({ ...result, exchange, difference }) }
      }),
    ),
  )
}
