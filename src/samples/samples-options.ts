import { CassetteOptionError } from '../errors/errors.ts'
import { objectOf } from '../options/checks.ts'
import { checkSamples } from '../session/samples.ts'

/** The options of `test.samples`. */
export interface SamplesOptions {
  /** How many samples the test needs, from 1 to 100: it runs once for each. Default: the option `samples` of its cassette. */
  samples?: number
  /** How many of them have to pass. Default: all. */
  atLeast?: number
}

/**
 * Checks and completes the options.
 *
 * @param inherited the option `samples` of the cassette
 * @throws CassetteOptionError
 */
export function resolveSamples(options: SamplesOptions, inherited: number | undefined): Required<SamplesOptions> {
  objectOf<SamplesOptions>({ samples: checkSamples, atLeast: checkSamples })(options, '')
  const samples = options.samples ?? inherited
  if (samples === undefined)
    throw new CassetteOptionError(
      'samples',
      'test.samples needs the number of samples: test.samples(name, { samples: 5 }, …).',
    )
  const { atLeast = samples } = options
  if (atLeast > samples)
    throw new CassetteOptionError(
      'atLeast',
      `The option "atLeast" is ${atLeast}, and there are only ${samples} samples.`,
    )
  return { samples, atLeast }
}
