/** A dispatcher of undici, which Node's `fetch` accepts as an option. */
export interface Dispatcher {
    /** Ends its connections when their exchanges have ended. */
    close(): Promise<void>;
}
/**
 * Creates a dispatcher that connects with the TLS options of an agent of `node:https`, such as `ca`. Clients that were written
 * for node-fetch pass an agent; `fetch` itself ignores it.
 *
 * @param agent the option `agent`
 * @returns undefined if the agent has no TLS options
 * @throws CassetteOptionError for an agent that has its own way to connect
 */
export declare function toDispatcher(agent: unknown): Dispatcher | undefined;
/** Creates a dispatcher without connections, like the default one. Returns undefined if the default one was replaced. */
export declare function createDefaultDispatcher(): Dispatcher | undefined;
