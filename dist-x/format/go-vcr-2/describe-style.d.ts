/** Explains why nothing can be added to a file, and what to do. */
export declare function describeStyle(file: string): string;
