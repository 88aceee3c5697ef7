/**
 * Finds a limit that a YAML file exceeds. The parser would take minutes for such a file, or run out of memory.
 *
 * @returns the problem, for a message; undefined if there is none
 */
export declare function findYamlLimitViolation(text: string): string | undefined;
/**
 * Finds a limit that a JSON file exceeds.
 *
 * @returns the problem, for a message; undefined if there is none
 */
export declare function findJsonLimitViolation(text: string): string | undefined;
