import type { Part } from '../conversation.ts'

/** The role of a message of the user: several APIs send the results of tools as such messages. */
export function userRole(parts: readonly Part[]): 'user' | 'tool' {
  return parts.length > 0 && parts.every(({ kind }) => kind === 'tool-result') ? 'tool' : 'user'
}
