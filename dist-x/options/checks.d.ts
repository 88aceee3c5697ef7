/**
 * Checks the value of one option.
 *
 * @param value the value; an absent option (undefined) always passes
 * @param option the option's path, such as `match.headers`
 * @throws CassetteOptionError
 */
export type Check = (value: unknown, option: string) => void;
/** One check for each option of an interface, so that an option without a check does not compile. */
export type Checks<Options> = Readonly<Record<keyof Options, Check>>;
/** Accepts an object whose members are known and pass their checks: an unknown member is a typing error without effect. */
export declare function objectOf<Options>(checks: Checks<Options>): Check;
/** Accepts one of a few words. */
export declare function oneOf(choices: readonly string[]): Check;
/** Accepts a value that passes a test; `expected` completes "must be …". */
export declare function satisfying(test: (value: unknown) => boolean, expected: string): Check;
/** Accepts a list whose items pass a test; `expected` completes "must be …". */
export declare function listOf(test: (item: unknown) => boolean, expected: string): Check;
/** Accepts a list of strings; `expected` completes "must be …". */
export declare function stringsOf(expected: string): Check;
/** Accepts a function. */
export declare const aFunction: Check;
/**
 * Refuses a value.
 *
 * @param expected completes "must be …"
 * @throws CassetteOptionError always
 */
export declare function refuseOption(option: string, value: unknown, expected: string): never;
