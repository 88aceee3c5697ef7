/** Loads the YAML package on first use: most cassettes are read without it, and loading it takes longer than reading them. */
export declare function loadYaml(): typeof import('yaml');
