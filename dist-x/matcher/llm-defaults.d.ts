import { type JsonObject } from '../json/json-value.ts';
import type { Normalize } from './match-options.ts';
import { numberCallIds } from './number-call-ids.ts';
declare const rules: {
    'empty-members': {
        member: typeof dropEmpty;
    };
    'false-defaults': {
        member: typeof dropFalseDefault;
    };
    'nested-json': {
        member: typeof readNestedJson;
    };
    'developer-role': {
        member: typeof renameDeveloper;
    };
    'single-text': {
        member: typeof unwrapSingleText;
    };
    'max-tokens': {
        object: typeof renameMaxTokens;
    };
    'sdk-members': {
        object: typeof dropSdkMembers;
    };
    'call-ids': {
        body: typeof numberCallIds;
    };
    'api-version': {
        url: typeof dropApiVersion;
    };
};
/**
 * A difference between what two SDKs send for the same call:
 *
 * - `empty-members`: members that are null, `""`, `[]` or `{}`, or absent
 * - `false-defaults`: `stream`, `strict`, `disable_parallel_tool_use` and `prefix` that are false, or absent
 * - `nested-json`: how the JSON in `arguments` is spelled
 * - `developer-role`: the roles `developer` and `system`
 * - `single-text`: `[{ type: 'text', text }]` as `content` or `system`, or the text alone
 * - `max-tokens`: `max_completion_tokens` and `max_tokens`
 * - `sdk-members`: `include`, `stream_options`, `usage`, `anthropic_version`, the `eager_input_streaming` of a tool, the
 *   `name` of a tool's message, the `index` of a tool call, the `role` of a `systemInstruction`
 * - `call-ids`: the ids of tool calls and of their results, which are numbered by their order of appearance
 * - `api-version`: `/v1beta/models` and `/v1/models`; the query parameters `api-version` and `beta`
 */
export type LlmRule = keyof typeof rules;
/**
 * Makes requests equal that mean the same to a model: they differ only in values that SDKs and frameworks add, omit or spell
 * differently. Use it for cassettes that were recorded by another SDK, language or version. Recordings with only such
 * differences become equal requests, so prefer the exact default if it is sufficient.
 *
 * @param options.except rules to omit; default: none
 * @returns a function for the option `match.normalize`
 * @throws CassetteOptionError for an unknown rule
 * @example
 * openCassette('fixtures/from-go.yaml', { match: { normalize: llmDefaults({ except: ['sdk-members'] }) } })
 */
export declare function llmDefaults(options?: {
    except?: readonly LlmRule[];
}): Normalize;
declare function dropEmpty(value: unknown): unknown;
declare function dropFalseDefault(value: unknown, name: string): unknown;
declare function readNestedJson(value: unknown, name: string): unknown;
declare function renameDeveloper(value: unknown, name: string): unknown;
declare function unwrapSingleText(value: unknown, name: string): unknown;
declare function renameMaxTokens(object: JsonObject): void;
declare function dropSdkMembers(object: JsonObject, name: string): void;
declare function dropApiVersion(url: URL): void;
export {};
