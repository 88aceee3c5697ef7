import type { ConversationAnswer, Message } from '../conversation.ts'

/** The turns of a connection, in their order. */
export class TurnList {
  readonly #messages: Message[] = []
  #last: ConversationAnswer | undefined

  /** Adds a message without parts too: its parts can follow. */
  addMessage(message: Message): void {
    this.#keepLast()
    this.#messages.push(message)
  }

  addAnswer(answer: ConversationAnswer): void {
    this.#keepLast()
    this.#last = answer
  }

  /** The last turn is the answer, if it is one of the model. Messages that got no parts are left out. */
  read(): { messages: Message[]; answers: ConversationAnswer[] } {
    return {
      messages: this.#messages.filter(({ parts }) => parts.length > 0),
      answers: this.#last ? [this.#last] : [],
    }
  }

  #keepLast(): void {
    if (this.#last) this.#messages.push({ role: 'assistant', parts: this.#last.parts })
    this.#last = undefined
  }
}
