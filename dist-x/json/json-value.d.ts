/** A JSON object: not an array and not null. */
export type JsonObject = Record<string, unknown>;
/** Detects a JSON object: not an array, null or a byte array. */
export declare function isJsonObject(value: unknown): value is JsonObject;
