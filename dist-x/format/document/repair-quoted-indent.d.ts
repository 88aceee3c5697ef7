/**
 * Indents the continuation lines of quoted texts that are not indented deeper than their key. Files that were edited by hand
 * have such lines: YAML forbids them, but libyaml (Go, Python, Ruby) reads them. Folding removes the indentation again, so no
 * value changes and every line keeps its number.
 *
 * @param text a YAML file
 */
export declare function repairQuotedIndent(text: string): string;
