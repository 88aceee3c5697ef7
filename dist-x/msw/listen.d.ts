import { type UnhandledPolicy } from './handler.ts';
/**
 * Starts the server through which the cassettes of a runner's tests answer. It starts again for each test file of a process,
 * because an earlier file might have started and closed a server of its own. A request to another machine that no cassette
 * answers is refused, and never reaches the network.
 *
 * @param policy which tests are kept off the network
 * @returns stops the server
 */
export declare function listen(policy: UnhandledPolicy): () => void;
