import { formatMs } from '../../diagnostics/units.ts'
import { type Child, html } from './html.ts'
import type { StreamTimes } from './stream-times.ts'

/** The bar of a stream. */
export interface TimelineProps {
  readonly times: StreamTimes
  /** The time of the headers. */
  readonly headers: number | undefined
  readonly at: number
  seek(at: number): void
}

/** The width of the bar in its own coordinates. */
const WIDTH = 1_000

/** Shows each event at its time, with the longest gaps. It is a slider: mouse, touch and arrow keys move the position. */
export function Timeline({ times, headers, at, seek }: TimelineProps): Child {
  const { firstToken, gaps, total, unit } = times
  const toX = (time: number): number => (total === 0 ? 0 : (time / total) * WIDTH)
  const ticks = times.times.map((time) => `M${toX(time).toFixed(1)} 10V46`).join('')
  const step = unit === 'steps' ? 1 : total / 500
  const value = unit === 'ms' ? formatMs(at) : `event ${Math.floor(at)}`
  const onInput = ({ currentTarget }: { currentTarget: HTMLInputElement }): void => seek(Number(currentTarget.value))
  return html`<div class="timeline">
    <svg viewBox="0 0 ${WIDTH} 56" preserveAspectRatio="none" aria-hidden="true">
      ${gaps.map(({ from, to }) => html`<rect class="gap" x=${toX(from)} width=${toX(to) - toX(from)} y="10" height="36" />`)}
      ${headers !== undefined && unit === 'ms' && html`<rect class="wait" x="0" width=${toX(headers)} y="10" height="36" />`}
      <path class="ticks" d=${ticks} />
      <rect class="played" x="0" width=${toX(at)} y="50" height="4" />
      ${firstToken !== undefined && html`<path class="first" d=${`M${toX(firstToken)} 4V52`} />`}
    </svg>
    ${gaps.map(({ from, to }) => html`<span class="gap-label" style=${{ left: `${toX((from + to) / 2) / 10}%` }}>${formatMs(to - from)}</span>`)}
    <input type="range" min="0" max=${total} step=${step || 'any'} value=${at} aria-label="Position in the stream" aria-valuetext=${value} onInput=${onInput} />
  </div>`
}
