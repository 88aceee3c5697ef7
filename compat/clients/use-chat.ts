import { DefaultChatTransport } from 'ai'
import { JSDOM } from 'jsdom'
import type { Client, Target } from '../client.ts'

/** `useChat` in a component that jsdom renders. */
export const useChatCalls: Client['calls'] = { stream: chat }

async function chat(target: Target): Promise<unknown> {
  const { window } = new JSDOM('<div id="root"></div>')
  // React looks for these when it is imported, and while it renders.
  Object.assign(globalThis, { window, document: window.document })
  const { createElement } = await import('react')
  const { createRoot } = await import('react-dom/client')
  const { useChat } = await import('@ai-sdk/react')
  const transport = new DefaultChatTransport({ api: `${target.base}/chat-of-the-app`, ...target.own })
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  let isSent = false
  let length = 0

  function Page(): null {
    const { messages, sendMessage, status, stop } = useChat({ transport, onError: reject })
    const answer = messages.find(({ role }) => role === 'assistant')
    const text = answer?.parts.map((part) => (part.type === 'text' ? part.text : '')).join('') ?? ''
    if (text.length > length) {
      length = text.length
      target.onPiece()
    }
    target.signal.onabort = () => void stop()
    if (isSent && status === 'ready' && answer) resolve([answer.id, text])
    setTimeout(() => {
      if (isSent) return
      isSent = true
      void sendMessage({ text: target.prompt })
    })
    return null
  }

  const root = createRoot(window.document.querySelector('#root') as Element)
  root.render(createElement(Page))
  try {
    return await promise
  } finally {
    root.unmount()
  }
}
