/** Detects a continuous integration run: `CI` is set to anything except an empty string, `false` and `0`. */
export declare function isCi(): boolean;
/** The environment variables; empty in environments without any, such as browsers. */
export declare function environment(): Readonly<Record<string, string | undefined>>;
/** Tells whether this is a page of a browser. The documents of jsdom and happy-dom are in Node. */
export declare function isPage(): boolean;
/**
 * Tells whether a user can set environment variables here. A page and workerd have none. A `process` that a bundler or a test
 * runner puts into a page is not a runtime: its variables come from the build.
 */
export declare function hasEnvironment(): boolean;
