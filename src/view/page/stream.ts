import { useEffect, useMemo, useState } from 'preact/hooks'
import { formatMs } from '../../diagnostics/units.ts'
import { listTextParts } from '../list-text-parts.ts'
import type { ViewStream } from '../view-data.ts'
import { cutToArrived, listPieces } from './arrived-answer.ts'
import { Code } from './code.ts'
import { EventList } from './event-list.ts'
import { formatCount } from './format.ts'
import { type Child, html } from './html.ts'
import { onKey } from './keys.ts'
import { Parts } from './part.ts'
import type { RawProps } from './raw.ts'
import { countArrived, readTimes, type StreamTimes } from './stream-times.ts'
import { showText } from './text.ts'
import { Timeline } from './timeline.ts'
import { usePlayback } from './use-playback.ts'

/** The speeds of the player. */
const SPEEDS = [0.25, 1, 4] as const

/** Without times, this many events are played in a second. */
const STEPS_PER_SECOND = 20

/** Shows how a response arrived. */
export function Stream({ entry, terms }: RawProps): Child {
  const { duration, stream } = entry.interaction
  if (stream && stream.events.length > 0)
    return html`<${StreamPlayer} key=${entry.id} entry=${entry} stream=${stream} terms=${terms} />`
  const time = duration === undefined ? '' : `, after ${formatMs(duration)}`
  return html`<p class="notice">The response arrived as one piece${time}.</p>`
}

function StreamPlayer({ entry, stream, terms }: RawProps & { readonly stream: ViewStream }): Child {
  const { conversation, response } = entry.interaction
  const { events } = stream
  const [speed, setSpeed] = useState(1)
  const times = useMemo(() => readTimes(stream), [stream])
  const { at, seek, state, toggle } = usePlayback(times.total, speed * (times.unit === 'ms' ? 1_000 : STEPS_PER_SECOND))
  const count = countArrived(times.times, at)
  const parts = useMemo(() => listTextParts(conversation), [conversation])
  const pieces = useMemo(() => listPieces(parts, events), [parts, events])
  const texts = useMemo(
    () => events.map(({ from, text, to }) => text ?? response.body.content?.text.slice(from, to) ?? ''),
    [events],
  )
  const arrived = cutToArrived(parts, events.slice(0, count), count === events.length ? 'none' : 'more')
  const step = (by: number): void => seek(times.times[count - 1 + by] ?? (by < 0 ? 0 : times.total))
  useEffect(() => onKey({ ' ': toggle, ArrowLeft: () => step(-1), ArrowRight: () => step(1) }))
  return html`<div class="stream">
    <${Facts} stream=${stream} times=${times} />
    <${Timeline} times=${times} headers=${stream.headers} at=${at} seek=${seek} />
    <div class="controls">
      <button class="button play" onClick=${toggle}>${state === 'playing' ? 'Pause' : 'Play'}</button>
      <div class="speeds" role="group" aria-label="Speed">${SPEEDS.map((each) => html`<button class="button" aria-pressed=${each === speed} onClick=${() => setSpeed(each)}>${each}×</button>`)}</div>
      <span class="position">${times.unit === 'ms' ? `${formatMs(at)} · ` : ''}${stream.unit} ${count} of ${events.length}</span>
    </div>
    <div class="stream-panes">
      <section class="so-far" aria-label="The answer so far"><h2>Answer so far</h2>
        ${
          parts.length > 0
            ? html`<${Parts} parts=${arrived} terms=${[]} long="show" />`
            : html`<p class="text">${showText(texts.slice(0, count).join(stream.unit === 'frame' ? '\n' : ''))}</p>`
        }
        ${arrived.length === 0 && parts.length > 0 && html`<p class="note">nothing yet</p>`}
      </section>
      <section class="events" aria-label="Events">
        <${EventList} events=${events} times=${times} texts=${texts} pieces=${pieces} current=${count - 1} seek=${seek} />
        ${stream.omitted > 0 && html`<p class="note">${formatCount(stream.omitted, stream.unit)} left out to keep this page small.</p>`}
        ${count > 0 && html`<${Code} key=${count} text=${(texts[count - 1] ?? '').trimEnd()} terms=${terms} />`}
      </section>
    </div>
  </div>`
}

function Facts({ stream, times }: { readonly stream: ViewStream; readonly times: StreamTimes }): Child {
  const { close, events, headers, left, unit } = stream
  const [longest] = times.gaps
  const facts: (readonly [name: string, value: string])[] = [
    [unit === 'frame' ? 'Opened' : 'Headers', headers === undefined ? 'unknown' : formatMs(headers)],
    ...(times.unit === 'steps' ? [] : timeFacts(times)),
    ...(longest ? [['Longest gap', formatMs(longest.to - longest.from)] as const] : []),
    ['Pieces', formatCount(events.length + stream.omitted, unit)],
    ...(left === undefined ? [] : [['Client left', formatMs(left)] as const]),
    ...(close ? [['Close', `${close.code} by the ${close.from}${close.reason && `: ${close.reason}`}`] as const] : []),
  ]
  return html`<dl class="stream-facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${showText(value)}</dd></div>`)}</dl>
    ${times.unit === 'steps' && html`<p class="note">The cassette has no times of the events, so they are shown at equal distances.</p>`}`
}

function timeFacts({ firstToken, medianGap, total, times }: StreamTimes): (readonly [string, string])[] {
  return [
    ['First event', formatMs(times[0] ?? 0)],
    ...(firstToken === undefined ? [] : [['First token', formatMs(firstToken)] as const]),
    ...(times.length > 1 ? [['Median gap', formatMs(medianGap)] as const] : []),
    ['Total', formatMs(total)],
  ]
}
