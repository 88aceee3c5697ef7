import { CassetteOptionError } from '../errors/errors.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'

/** How the use of the cassette decides the exit code. */
const verdicts = ['fail', 'fail-on-mismatch', 'warn'] as const

/** See `verdicts` in the documentation: which faults make the process fail. */
export type Verdict = (typeof verdicts)[number]

/** The environment variable that sets the verdict. */
export const VERDICT = 'MSW_CASSETTE_VERDICT'

/** The settings of a process that preloads this library. */
export interface Settings {
  /** The path or `file:` URL of the cassette. */
  readonly source: string
  readonly options: CassetteOptions
  readonly verdict: Verdict
}

/**
 * Reads the settings from environment variables.
 *
 * @throws CassetteOptionError if there is no cassette, or a value is unknown
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const { MSW_CASSETTE: source, MSW_CASSETTE_HOSTS: hosts } = env
  const { MSW_CASSETTE_REPEAT: repeat, MSW_CASSETTE_TIMING: timing } = env
  if (!source)
    throw new CassetteOptionError(
      'MSW_CASSETTE',
      'msw-cassette/register needs a cassette, and the environment variable MSW_CASSETTE is not set. Set it to a path, such as ' +
        'MSW_CASSETTE=cassettes/app.yaml, or do not load msw-cassette/register.',
    )
  // Their checks report what is wrong with them.
  const options = {
    ...(hosts && { hosts: hosts.split(',').map((host) => host.trim()) }),
    ...(repeat && { repeat }),
    ...(timing && { timing }),
  } as CassetteOptions
  return { source, options, verdict: readVerdict(env[VERDICT]) }
}

function readVerdict(value: string | undefined): Verdict {
  const found = verdicts.find((verdict) => verdict === (value || 'fail'))
  if (found) return found
  const known = verdicts.map((verdict) => `'${verdict}'`).join(', ')
  throw new CassetteOptionError(
    VERDICT,
    `The environment variable ${VERDICT} is ${JSON.stringify(value)}, and must be one of ${known}.`,
  )
}
