import { type Interaction } from '../../cassette.ts';
import type { SourceDocument } from '../document/source-document.ts';
/**
 * Reads a go-vcr version 2 document.
 *
 * Only `url` and `method` are always present; the other keys depend on the version of the writer. This library adds three keys
 * that go-vcr ignores: `recorded_at`, `response.chunks` and `response.open_end`.
 *
 * @throws CassetteParseError
 */
export declare function parseGoVcr2(document: SourceDocument): Interaction[];
