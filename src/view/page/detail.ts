import { useEffect, useRef } from 'preact/hooks'
import { formatMs } from '../../diagnostics/units.ts'
import { isWebSocketUrl } from '../../http/web-socket-url.ts'
import { Conversation } from './conversation.ts'
import { CopyButton } from './copy-button.ts'
import { Diff } from './diff.ts'
import type { Entry } from './entries.ts'
import { formatCount, formatDate } from './format.ts'
import { type Child, html } from './html.ts'
import { Raw } from './raw.ts'
import { goTo, type Tab } from './route.ts'
import { showStatus } from './status.ts'
import { Stream } from './stream.ts'
import { TabBar } from './tab-bar.ts'
import { showText } from './text.ts'
import { toCurl } from './to-curl.ts'
import { toTest } from './to-test.ts'
import { toWscat } from './to-wscat.ts'

/** One interaction. */
export interface DetailProps {
  readonly entry: Entry
  readonly tab: Tab
  /** The words of the search. */
  readonly terms: readonly string[]
  readonly against: string | undefined
}

const VIEWS = { conversation: Conversation, stream: Stream, raw: Raw, diff: Diff } as const

/** Shows one interaction. */
export function Detail({ entry, tab, terms, against }: DetailProps): Child {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.scrollTo(0, 0), [entry, tab])
  return html`<main class="detail">
    <${Head} entry=${entry} />
    <${TabBar} current=${tab} select=${(next: Tab) => goTo({ id: entry.id, tab: next })} />
    <div class="panel" id="panel" role="tabpanel" aria-labelledby=${`tab-${tab}`} tabindex="0" ref=${panel}>
      <${VIEWS[tab]} key=${`${entry.id} ${tab}`} entry=${entry} terms=${terms} against=${against} />
    </div>
  </main>`
}

function Head({ entry }: { readonly entry: Entry }): Child {
  const { cassette, interaction } = entry
  const { badges, duration, host, index, line, method, model, path, recordedAt, statusText, tokens, url } = interaction
  const status = showStatus(interaction)
  const facts = [
    model,
    duration !== undefined && formatMs(duration),
    tokens !== undefined && formatCount(tokens, 'token'),
    recordedAt !== undefined && formatDate(recordedAt),
    `${cassette.path}${line === undefined ? '' : `:${line}`} #${index}`,
  ]
  return html`<header class="head">
    <a class="back" href="#">All interactions</a>
    <div class="head-line">
      <h1><span class="method">${showText(method)}</span> <bdi><span class="muted">${showText(host)}</span>${showText(path)}</bdi></h1>
      <span class=${`status ${status.group}`}>${status.word === 'none' ? 'no response' : `${status.word} `}${showText(statusText)}</span>
      ${badges.map((badge) => html`<span class=${`badge ${badge.replace(' ', '-')}`}>${badge}</span>`)}
      <span class="actions">
        ${
          isWebSocketUrl(url)
            ? html`<${CopyButton} label="Copy as wscat" text=${() => toWscat(interaction)} />`
            : html`<${CopyButton} label="Copy as curl" text=${() => toCurl(interaction)} />`
        }
        <${CopyButton} label="Copy as test" text=${() => toTest(entry)} />
      </span>
    </div>
    <p class="head-facts">${facts.filter((fact) => fact !== undefined && fact !== false).map((fact) => html`<span><bdi>${showText(String(fact))}</bdi></span>`)}</p>
  </header>`
}
