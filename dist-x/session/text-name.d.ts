import type { Cassette } from '../cassette.ts';
/**
 * Names a cassette for messages: by its path, or else by the order in which cassettes without one were opened, such as
 * `<text 2>`, so that two of them can be told apart. A cassette object keeps its number.
 */
export declare function nameOf(cassette: Cassette): string;
