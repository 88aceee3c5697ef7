import { credentialNames, type NameGroup } from '../../src/secret/credential-names.ts'

const titles: Readonly<Record<NameGroup, string>> = {
  certain: 'always, except for descriptions in JSON and XML such as `must be present`',
  likely: 'if the value looks like one',
  signature: 'if the value looks like one, except in JSON: models sign their thoughts',
  harmless: 'never',
}

/** The table of names in docs/secrets.md. */
export function namesTable(): string {
  const rows = (Object.keys(titles) as NameGroup[]).map(
    (group) => `| ${titles[group]} | ${credentialNames[group].map((ending) => `\`${ending}\``).join(', ')} |\n`,
  )
  return `| a credential | names that end with |\n| --- | --- |\n${rows.join('')}`
}

/** Replaces the table in the text of docs/secrets.md. */
export function withNamesTable(page: string): string {
  return page.replace(/(<!-- names -->\n)[\s\S]*?(<!-- \/names -->)/, (_, start: string, end: string) => {
    return start + namesTable() + end
  })
}
