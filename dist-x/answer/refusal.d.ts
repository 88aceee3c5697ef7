import type { Answer } from '../http/answer.ts';
import type { Session } from '../session/session.ts';
import { type RefusedRequest } from './refusal-body.ts';
/** Creates an error response that SDKs do not retry and whose message they show. */
export declare function refusalAnswer(message: string, request: RefusedRequest): Answer;
/** Creates the answer for a function of the options that threw. The request fails once, and `verify()` throws the error. */
export declare function errorAnswer(error: unknown, request: RefusedRequest, sessions: readonly Session[]): Answer;
