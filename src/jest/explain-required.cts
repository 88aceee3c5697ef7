/**
 * Explains why Jest can't load the ES modules of this library and of MSW. Any other error is returned unchanged.
 *
 * @param cause the error that `require` threw
 */
function explainRequired(cause: unknown): unknown {
  // By its text, since the error comes from another realm.
  if (!/Must use import to load ES Module|require\(\) of ES Module|Cannot use .?import/.test(String(cause)))
    return cause
  const error = new Error(
    'msw-cassette and MSW are ES modules, which Jest loads only with a flag: NODE_OPTIONS=--experimental-vm-modules npx jest. ' +
      `CommonJS tests then need Node 24.9 or later; this is Node ${process.versions.node}. Without the flag, compile the ` +
      "modules to CommonJS: { transform: { '\\\\.[cm]?[jt]sx?$': '@swc/jest' }, transformIgnorePatterns: [] }.",
  )
  // Jest prints the stack after the message, and it would only add noise.
  error.stack = error.message
  return error
}

module.exports = explainRequired
