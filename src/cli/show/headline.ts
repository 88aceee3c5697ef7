import { count } from '../../diagnostics/count.ts'
import { formatMs } from '../../diagnostics/units.ts'
import { type Line, type Style, styled } from '../styled.ts'
import { oneLine } from '../terminal.ts'
import type { Layout } from '../text/layout.ts'
import { type InteractionFacts, showUrl } from './facts.ts'

/**
 * Writes the line of an interaction, such as `#0 POST api.openai.com/v1/chat/completions gpt-5-mini 200 412 ms, first event 180 ms,
 * 21 tokens`. In plain form it has neither a number nor times, which would change with each recording.
 */
export function writeHeadline(facts: InteractionFacts, form: Layout['form']): Line {
  const { index, method, url, model, status, frames, total, firstEvent, tokens, sample } = facts
  const measures =
    form === 'plain'
      ? []
      : [
          ...(frames === undefined ? [] : [count(frames, 'frame')]),
          ...(total === undefined ? [] : [formatMs(total)]),
          ...(firstEvent === undefined ? [] : [`first event ${formatMs(firstEvent)}`]),
          ...(tokens === undefined ? [] : [count(tokens, 'token')]),
        ]
  return [
    ...(form === 'plain' ? [] : [styled('dim', `#${index}`), ' ']),
    styled('bold', oneLine(`${method} ${showUrl(url)}`)),
    ...(model === undefined ? [] : [' ', styled('cyan', oneLine(model))]),
    ' ',
    status < 200 && frames === undefined ? styled('red', 'no response') : styled(styleOf(status), String(status)),
    ...(sample === undefined ? [] : [' ', styled('dim', `sample ${sample}`)]),
    ...(measures.length === 0 ? [] : [' ', styled('dim', measures.join(', '))]),
  ]
}

function styleOf(status: number): Style {
  return status < 300 ? 'green' : status < 400 ? 'yellow' : 'red'
}
