/**
 * Advises how to give two tests different names if they would share a cassette.
 *
 * @param name the name of both tests
 */
export declare function adviseOnSharedName(name: string): string;
