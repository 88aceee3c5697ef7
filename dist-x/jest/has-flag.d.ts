/** Tells whether Node runs with the flag with which Jest loads ES modules, in this process and in its workers. */
export declare function hasFlag(): boolean;
