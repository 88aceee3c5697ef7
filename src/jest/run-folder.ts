/** The environment variable by which the reporter tells the workers where to leave what they did with cassettes. */
export const RUN_FOLDER = 'MSW_CASSETTE_RUN_FOLDER'
