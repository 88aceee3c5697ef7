/** The environment of a process, as far as MSW depends on it. */
export interface Environment {
    readonly mswMajor: 2 | 3;
    readonly runtime: 'bun' | 'deno' | 'node' | 'page';
    /** Such as `20.19.0`. */
    readonly version: string;
}
/**
 * Refuses environments in which MSW can't intercept requests, so that a test does not reach the network.
 *
 * @throws CassetteSessionError
 */
export declare function assertEnvironment({ mswMajor, runtime, version }: Environment): void;
