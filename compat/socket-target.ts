import type { Target } from './client.ts'

/** Two pieces of silence, which clients send as sound. */
export const SILENCE = [Buffer.alloc(480), Buffer.alloc(480)] as const

/**
 * The address of the provider for a client of WebSockets. The prompt of the trial with a refused handshake is a part of it, because
 * the provider reads nothing else before it accepts.
 */
export function socketBase({ base, prompt }: Target): string {
  return prompt.startsWith('RETRY') ? `${base}/${encodeURIComponent(prompt)}` : base
}

/** How a program reports that a connection ended too early. */
export function closedError({ code, reason }: { readonly code: number; readonly reason: unknown }): Error {
  return new Error(`closed with ${code}: ${reason}`)
}

/** Calls a function when the trial leaves its conversation. */
export function onLeave({ signal }: Target, leave: () => void): void {
  signal.addEventListener('abort', leave, { once: true })
}

/** Returns the text of the error with which a conversation ends: the provider closes it. */
export async function messageOf(conversation: Promise<unknown>): Promise<string> {
  return conversation.then(
    () => 'no error',
    (error) => String(error),
  )
}
