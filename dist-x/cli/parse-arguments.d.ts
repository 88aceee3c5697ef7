import { type ParseArgsConfig, parseArgs } from 'node:util';
/**
 * Node's strict `parseArgs`, with a `UsageError` for wrong arguments.
 *
 * @throws UsageError
 */
export declare function parseArguments<const Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>>;
