/** Whether a JSON member of this name carries a credential. */
export declare const isSecretMember: (name: string) => boolean;
/** Whether a JSON member of this name carries a credential only if its value looks like one: a setting can have a `key` too. */
export declare const isSecretIfValueLooksSecret: (name: string) => boolean;
/** Whether a query parameter or a form field of this name carries a credential. */
export declare const isSecretParameter: (name: string) => boolean;
/** Whether a header of this name carries a credential. */
export declare const isSecretHeader: (name: string) => boolean;
