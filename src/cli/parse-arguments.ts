import { type ParseArgsConfig, parseArgs } from 'node:util'
import { systemErrorCode } from '../storage/system-error.ts'
import { UsageError } from './command.ts'

/**
 * Node's strict `parseArgs`, with a `UsageError` for wrong arguments.
 *
 * @throws UsageError
 */
export function parseArguments<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config)
  } catch (error) {
    if (error instanceof Error && systemErrorCode(error)?.startsWith('ERR_PARSE_ARGS'))
      throw new UsageError(error.message)
    throw error
  }
}
