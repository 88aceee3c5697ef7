/**
 * Changes the text of a cassette on disk, see `GrowingFile`. It blocks the thread while another process writes the file.
 *
 * @param file an absolute path
 * @param change converts the current text to the new one
 * @throws CassetteSaveError if the file can't be written, and every CassetteError that `change` throws
 */
export declare function updateCassetteFile(file: string, change: (current: string) => string): void;
