import type { Usage } from '../conversation.ts'

/** Adds the tokens of two responses of one connection. */
export function addUsage(a: Usage | undefined, b: Usage | undefined): Usage | undefined {
  if (!a || !b) return a ?? b
  const sum: { -readonly [Key in keyof Usage]: Usage[Key] } = { ...a }
  for (const [name, tokens] of Object.entries(b)) {
    const key = name as keyof Usage
    sum[key] = (sum[key] ?? 0) + tokens
  }
  return sum
}
