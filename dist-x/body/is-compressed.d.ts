import { type RecordedResponse } from '../cassette.ts';
/**
 * Detects a body that is stored compressed, in its wire form. The header is not sufficient: many recordings keep it
 * although the body is stored plain.
 */
export declare function isCompressed({ body, headers }: Pick<RecordedResponse, 'body' | 'headers'>): boolean;
