import { mediaType } from '../body/content-type.ts'
import { redactConnectionStrings } from './connection-credentials.ts'
import { redactGraphql } from './graphql-credentials.ts'
import { redactLists } from './list-credentials.ts'
import { redactMembers } from './member-credentials.ts'
import { redactMultipart } from './multipart-credentials.ts'
import type { CredentialRule, FoundCredentials, PlaceScanner } from './redacted.ts'
import { redactForm, redactUrls } from './url-credentials.ts'
import { redactXml } from './xml-credentials.ts'

/** The scanners of a body, in their order. */
export const placeScanners: Readonly<Record<string, PlaceScanner>> = {
  multipart: redactMultipart,
  members: redactMembers,
  lists: redactLists,
  graphql: redactGraphql,
  xml: redactXml,
  connectionStrings: redactConnectionStrings,
  urls: redactUrls,
}

/** The body of a form that has no content type. */
const FORM = /^[\w.%+*[\]-]{1,200}=[^\s{}"]*$/

/** Replaces the credentials in the known places of a body, and adds them to the found ones. */
export function redactPlaces(text: string, contentType: string, rule: CredentialRule, found: FoundCredentials): string {
  const isForm = mediaType(contentType) === 'application/x-www-form-urlencoded' || FORM.test(text)
  const form = isForm ? redactForm(text, rule, found) : text
  return Object.values(placeScanners).reduce((redacted, scan) => scan(redacted, rule, found), form)
}
