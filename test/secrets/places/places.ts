import { addressPlaces } from './address-places.ts'
import { bodyPlaces } from './body-places.ts'
import { chainPlaces } from './chain-places.ts'
import { headerPlaces } from './header-places.ts'
import { jsonPlaces } from './json-places.ts'
import type { Place } from './place.ts'
import { streamPlaces } from './stream-places.ts'
import { assignmentPlaces, bareTextPlaces, otherTextPlaces } from './text-places.ts'

/** All places, by their family. */
export const places: Readonly<Record<string, readonly Place[]>> = {
  'addresses and forms': addressPlaces,
  headers: headerPlaces,
  JSON: jsonPlaces,
  'multipart, XML and encoded bodies': bodyPlaces,
  'streams and spellings': streamPlaces,
  'texts with = or : behind the name': assignmentPlaces,
  'texts with another connection': otherTextPlaces,
  'texts without a name': bareTextPlaces,
  'several exchanges': chainPlaces,
}
