import { DefaultChatTransport, type UIMessage } from 'ai'
import { JSDOM } from 'jsdom'
import type { ComponentType } from 'react'
import type { Client, Target } from '../client.ts'

/** `useChat` in a component that jsdom renders. */
export const useChatCalls: Client['calls'] = { stream: chat }

interface PageProps {
  readonly transport: DefaultChatTransport<UIMessage>
  readonly target: Target
  readonly onText: (text: string) => void
  readonly onEnd: (answer: UIMessage) => void
  readonly onError: (error: unknown) => void
}

async function chat(target: Target): Promise<unknown> {
  const { window } = new JSDOM('<div id="root"></div>')
  const container = window.document.querySelector('#root')
  if (!container) throw new Error('no element')
  // React looks for these when it is imported, and while it renders.
  Object.assign(globalThis, { window, document: window.document })
  const { createElement } = await import('react')
  const { createRoot } = await import('react-dom/client')
  const transport = new DefaultChatTransport({ api: `${target.base}/chat-of-the-app`, ...target.own })
  const root = createRoot(container)
  let shown = ''
  const onText = (text: string) => {
    if (text === shown) return
    shown = text
    target.onPiece()
  }
  const Page = await definePage()
  try {
    return await new Promise((onEnd, onError) =>
      root.render(createElement(Page, { transport, target, onText, onEnd, onError })),
    )
  } finally {
    root.unmount()
  }
}

/** Imports React and `useChat` after the globals of the page exist. */
async function definePage(): Promise<ComponentType<PageProps>> {
  const { useEffect } = await import('react')
  const { useChat } = await import('@ai-sdk/react')
  return ({ transport, target, onText, onEnd, onError }) => {
    // The ids are part of the request, and random by default.
    const { messages, sendMessage, status, stop } = useChat({
      id: 'chat',
      generateId: () => 'message',
      transport,
      onError,
    })
    const answer = messages.find(({ role }) => role === 'assistant')
    useEffect(() => {
      target.signal.addEventListener('abort', () => void stop())
      void sendMessage({ text: target.prompt })
    }, [])
    useEffect(() => {
      const [text] = answer?.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])) ?? []
      if (text) onText(text)
      if (answer && status === 'ready') onEnd(answer)
    }, [answer, status])
    return null
  }
}
