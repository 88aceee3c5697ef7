/**
 * Makes the stack of an error start at the code of the user, so that test runners show that line instead of one of this library.
 * Without such a line, the stack is only the message.
 *
 * @param error the error
 * @param callee the function or class that created it
 */
export declare function startStackAtUser(error: Error, callee: object): void;
