/** The Jest preset. `preset: 'msw-cassette'` is the complete setup. */
declare const _default: {
    setupFilesAfterEnv: string[];
    reporters: string[];
};
export default _default;
