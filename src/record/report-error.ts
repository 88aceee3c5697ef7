/** Shows an error on the console that `save()`, `close()` and `verify()` throw. Some test setups replace the console by functions that throw. */
export function reportError({ message }: Error): void {
  try {
    console.error(`[msw-cassette] ${message}`)
  } catch {}
}
