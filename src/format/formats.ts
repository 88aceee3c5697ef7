import type { CassetteFormat } from './format.ts'
import { goVcr1 } from './go-vcr-1.ts'
import { goVcr2 } from './go-vcr-2/read.ts'
import { har } from './har/read.ts'
import { nock } from './nock.ts'
import { rubyVcr } from './ruby-vcr.ts'
import { singleExchange } from './single-exchange.ts'
import { undici } from './undici.ts'
import { vcrpy } from './vcrpy/read.ts'

/** Every format that this library reads, in the order in which they are tried. */
export const cassetteFormats: readonly CassetteFormat[] = [
  goVcr2,
  vcrpy,
  goVcr1,
  rubyVcr,
  har,
  nock,
  undici,
  singleExchange,
]
