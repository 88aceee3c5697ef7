import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })

/** An answer that grows while the model writes it, with a stop button. */
export class Answer {
  text = ''
  state: 'writing' | 'done' | 'stopped' | 'failed' = 'writing'
  readonly #abort = new AbortController()

  stop(): void {
    this.state = 'stopped'
    this.#abort.abort()
  }

  async ask(question: string): Promise<void> {
    try {
      const stream = await client.chat.completions.create(
        {
          model: 'gpt-5-mini',
          messages: [{ role: 'user', content: question }],
          stream: true,
        },
        { signal: this.#abort.signal },
      )
      for await (const { choices } of stream)
        this.text += choices[0]?.delta.content ?? ''
      if (this.state === 'writing') this.state = 'done'
    } catch {
      if (this.state === 'writing') this.state = 'failed'
    }
  }
}
