/** Text that a terminal shows and never acts on: control characters but the line feed become dots. */
export declare function escapeControlCharacters(text: string): string;
