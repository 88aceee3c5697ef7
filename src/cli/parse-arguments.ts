import { type ParseArgsConfig, parseArgs } from 'node:util'
import { suggest } from '../diagnostics/suggest.ts'
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
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error
    const [, option] = /^Unknown option '--([^']+)'/.exec(error.message) ?? []
    const known = [...Object.keys(config.options ?? {}), 'help'].map((name) => `--${name}`)
    // Node explains how to pass it as a positional argument, which nobody wants.
    const message = error.message.replace(/\. To specify a positional argument[\s\S]*$/, '')
    throw new UsageError(message + (option === undefined ? '' : suggestOption(`--${option}`, known)))
  }
}

/** Node ends some of its messages without a full stop. */
function suggestOption(option: string, known: readonly string[]): string {
  const suggestion = suggest(option, known)
  return suggestion && `.${suggestion}`
}
