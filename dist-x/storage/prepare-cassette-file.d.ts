/**
 * Checks that a cassette can be written, before any request is sent to record it: locks it, and writes and removes a file in its
 * folder. Removes the folder if it did not exist: the test possibly records nothing.
 *
 * @param file an absolute path
 * @throws CassetteSaveError if the folder or the file can't be written
 */
export declare function prepareCassetteFile(file: string): void;
