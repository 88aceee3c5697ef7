import type { Tags } from 'yaml';
/**
 * Adapts the YAML tags to cassettes: adds the tags that their writers use, keeps all digits of integers, and reads unquoted
 * text as text if the writer's YAML version does not take it for a number.
 *
 * @param tags the tags of the schema
 */
export declare function cassetteTags(tags: Tags): Tags;
