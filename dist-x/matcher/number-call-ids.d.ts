/**
 * Replaces the ids of tool calls and of their results by numbers, in their order of appearance. Some SDKs invent these ids, so
 * they differ in each run. A result still has to belong to the same call.
 *
 * @param body a JSON value, which is not changed
 */
export declare function numberCallIds(body: unknown): unknown;
