/** Returns the YAML package. A browser can't load it synchronously later. */
export declare function loadYaml(): typeof import('yaml');
