import type { Interaction } from '../../cassette.ts';
import type { SourceDocument } from '../document/source-document.ts';
/** Recognizes a document of VCR.py. */
export declare function isVcrpy(value: unknown): boolean;
/**
 * Reads a document of VCR.py or one of its dialects: pydantic-ai's `parsed_body`, LangChain's separate lists of requests and
 * responses, and the responses that old versions wrote for httpx and Tornado.
 *
 * @throws CassetteParseError
 */
export declare function parseVcrpy(document: SourceDocument): Interaction[];
