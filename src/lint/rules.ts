// The only list of rules. Each line is one rule; its section in `docs/lint.md` has its name.
import type { LintRule } from './lint-rule.ts'
import { brokenBody } from './rules/broken-body.ts'
import { duplicateInteraction } from './rules/duplicate-interaction.ts'
import { edited } from './rules/edited.ts'
import { encodingOnPlainBody } from './rules/encoding-on-plain-body.ts'
import { expired } from './rules/expired.ts'
import { leakedCredential } from './rules/leaked-credential.ts'
import { notRecorded } from './rules/not-recorded.ts'
import { onlyErrors } from './rules/only-errors.ts'
import { secretlint } from './rules/secretlint.ts'
import { streamTypeOnError } from './rules/stream-type-on-error.ts'
import { unknownKey } from './rules/unknown-key.ts'
import { unredacted } from './rules/unredacted.ts'
import { unterminatedStream } from './rules/unterminated-stream.ts'
import { unused } from './rules/unused.ts'
import { volatileRequest } from './rules/volatile-request.ts'
import { unreadable, wrongChunks } from './unreadable.ts'

/** All rules, in the order of the documentation. */
export const rules: readonly LintRule[] = [
  unreadable,
  wrongChunks,
  leakedCredential,
  secretlint,
  unredacted,
  notRecorded,
  edited,
  brokenBody,
  unterminatedStream,
  streamTypeOnError,
  encodingOnPlainBody,
  unknownKey,
  duplicateInteraction,
  onlyErrors,
  expired,
  unused,
  volatileRequest,
]
