/** Shows an error on the console that `save()`, `close()` and `verify()` throw. Some test setups replace the console by functions that throw. */
export declare function reportError({ message }: Error): void;
/** Describes anything that was thrown, even an object that can't be converted to a string. */
export declare function describeCause(cause: unknown): string;
