export type LlmRule = 'x'
export const llmDefaults = () => undefined
