import { type JsonPath } from '../json/json-path.ts';
import { type SecretSet } from './redacted.ts';
/**
 * Replaces JSON members, at any depth, whose names show that they carry a credential.
 *
 * @param text any text that contains JSON
 * @param secrets receives the replaced values
 */
export declare function redactMembers(text: string, secrets: SecretSet): string;
/**
 * Replaces all strings and numbers at JSON paths. A changed document is serialized again, without white space.
 *
 * @param text a JSON body, JSON lines, or events
 * @param paths the paths from the root of each document
 * @param secrets receives the replaced values
 */
export declare function redactPaths(text: string, paths: readonly JsonPath[], secrets: SecretSet): string;
