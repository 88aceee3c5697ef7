/** Whether YAML reads an unquoted text as a boolean or null. */
export declare function isReservedScalar(text: string): boolean;
