/** Names the anchor of a heading as GitHub does, so that a link works on the site and in a forge. */
export function slugify(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')
}
