/**
 * Advises how to give two tests different names if they would share a cassette.
 *
 * @param name the name of both tests
 */
export function adviseOnSharedName(name: string): string {
  const advice = "Name one of them: { meta: { cassette: 'another-name' } }."
  // Vitest cuts each value in the title of a test.each, and replaces the rest with this character.
  if (!name.includes('…')) return advice
  return `Vitest cuts the values in the titles of test.each at 40 characters. Add the index to the title: test.each(…)('%# …', …). ${advice}`
}
