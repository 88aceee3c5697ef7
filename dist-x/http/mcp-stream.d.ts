import { type HttpRequest } from './http-request.ts';
/**
 * Tells whether a request opens the stream on which an MCP server sends messages of its own. A client opens it beside its
 * requests, and again after it has ended, so how often it does depends on the time.
 *
 * @see https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#listening-for-messages-from-the-server
 */
export declare function isMcpStream(request: Pick<HttpRequest, 'method' | 'url' | 'headers'>): boolean;
