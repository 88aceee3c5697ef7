import { type RecordedResponse } from '../../../cassette.ts';
import type { Lines } from './lines.ts';
import { type HeadersCache } from './message.ts';
/** Reads the response of an interaction. */
export declare function readResponse(lines: Lines, headersCache: HeadersCache): RecordedResponse;
