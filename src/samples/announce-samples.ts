import { type Interaction, sampleOf } from '../cassette.ts'
import { count } from '../diagnostics/count.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { formatDollars } from '../runner/format-dollars.ts'
import type { LoadedCassette } from '../session/cassette-source.ts'
import type { Samples } from '../session/samples.ts'

/** Samples that are going to be recorded. */
interface AnnouncedSamples {
  readonly loaded: LoadedCassette
  /** How many of each request. */
  readonly missing: number
  /** Whether each request is sent several times, or the test runs several times. */
  readonly sentBy: 'session' | 'runs'
}

/** Prints the costs of the samples that a session records of each request. Runs for samples print them before the first one. */
export async function announceSamples({ loaded, perRequest, runs }: Samples): Promise<void> {
  if (runs === undefined) await printCosts({ loaded, missing: perRequest, sentBy: 'session' })
}

/** Prints how many calls the recording of samples makes and what they cost, as far as an earlier recording shows it. */
export async function printCosts(announced: AnnouncedSamples): Promise<void> {
  const { loaded, missing, sentBy } = announced
  const { cassette, file } = loaded
  const path = cassette.path ?? file ?? '<text>'
  const how = sentBy === 'runs' ? `the test runs ${missing} times` : `each request is sent ${missing} times`
  console.info(`[msw-cassette] Records ${count(missing, 'sample')} into ${path}: ${how}. ${await estimate(announced)}`)
}

const UNKNOWN = 'The number of calls and their cost are unknown, because these requests were not recorded before.'

async function estimate({ loaded, missing, sentBy }: AnnouncedSamples): Promise<string> {
  const earlier = earlierInteractions(loaded, sentBy).filter((interaction) => sampleOf(interaction) === 0)
  if (earlier.length === 0) return UNKNOWN
  const calls = count(earlier.length * missing, 'call')
  try {
    const { totalCalls } = await import('#usage')
    const { tokens, cost, unpriced } = await totalCalls(earlier.map((interaction) => ({ interaction, count: missing })))
    const total = [
      tokens > 0 ? `${tokens.toLocaleString('en')} tokens` : 'an unknown number of tokens',
      cost === undefined
        ? 'an unknown cost'
        : formatDollars(cost) + (unpriced > 0 ? ` (${count(unpriced, 'call')} of unknown cost)` : ''),
    ]
    return `After the earlier recording, these are ${calls}, ${total.join(' and ')}.`
  } catch (error) {
    return `After the earlier recording, these are ${calls}; their cost is unknown: ${describeCause(error)}`
  }
}

/** Those that are replaced. Runs also add samples to those that stay; otherwise, a request that is recorded is new. */
function earlierInteractions(
  { cassette, text }: LoadedCassette,
  sentBy: AnnouncedSamples['sentBy'],
): readonly Interaction[] {
  if (text === undefined) return sentBy === 'runs' ? cassette.interactions : []
  try {
    return parseCassette(text).interactions
  } catch {
    return []
  }
}
