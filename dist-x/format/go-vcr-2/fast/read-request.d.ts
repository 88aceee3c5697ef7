import type { RecordedRequest } from '../../../cassette.ts';
import type { Lines } from './lines.ts';
import { type HeadersCache } from './message.ts';
/** Reads the request of an interaction. */
export declare function readRequest(lines: Lines, headersCache: HeadersCache): RecordedRequest;
