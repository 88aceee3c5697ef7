import type { Command } from './command.ts'
import { convert } from './convert/convert.ts'
import { lint } from './lint/lint.ts'
import { serve } from './serve/serve.ts'
import { show } from './show/show.ts'
import { view } from './view/view.ts'

/** The commands of `msw-cassette`, in the order in which its help lists them. */
export const commands: readonly Command[] = [show, view, lint, convert, serve]
