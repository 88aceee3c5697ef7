import OpenAI from 'openai'

const client = new OpenAI({
  apiKey: globalThis.process?.env.OPENAI_API_KEY ?? 'not-needed',
  dangerouslyAllowBrowser: true,
})

/** Yields the words of an answer while the model writes them. */
export async function* ask(question) {
  const stream = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: question }],
    stream: true,
  })
  for await (const { choices } of stream) yield choices[0]?.delta.content ?? ''
}

/** Creates an element that shows the answer while it arrives. */
export function createAnswer({ question }) {
  const element = document.createElement('p')
  element.dataset.state = 'writing'
  show(element, question)
  return element
}

async function show(element, question) {
  try {
    for await (const word of ask(question)) element.append(word)
    element.dataset.state = 'done'
  } catch (error) {
    element.append(error.message)
    element.dataset.state = 'failed'
  }
}
