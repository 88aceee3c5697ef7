import { check } from './check/check.ts'
import type { Command } from './command.ts'
import { convert } from './convert/convert.ts'
import { diff } from './diff/diff.ts'
import { init } from './init/init.ts'
import { learn } from './learn/learn.ts'
import { lint } from './lint/lint.ts'
import { list } from './list/list.ts'
import { prune } from './prune/prune.ts'
import { redact } from './redact/redact.ts'
import { serve } from './serve/serve.ts'
import { show } from './show/show.ts'
import { view } from './view/view.ts'

/** The commands of `msw-cassette`, in the order in which its help lists them. */
export const commands: readonly Command[] = [
  show,
  view,
  diff,
  list,
  lint,
  prune,
  redact,
  check,
  learn,
  init,
  convert,
  serve,
]
