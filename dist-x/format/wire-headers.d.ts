import type { HeaderPair, Interaction } from '../cassette.ts';
/**
 * The headers of a response for players that trust the headers of a file. A `content-encoding` is removed if the body is
 * stored plain: clients would fail to decompress it. A wrong `content-length` is removed: clients would wait for the rest.
 */
export declare function toWireHeaders({ request, response }: Interaction): readonly HeaderPair[];
