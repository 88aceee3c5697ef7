import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PieceReader } from './piece-reader.ts'

/** A body of pieces with these lengths. */
function bodyOf(lengths: readonly number[]) {
  let end = 0
  const ends = lengths.map((length) => {
    end += length
    return end
  })
  return {
    bytes: Uint8Array.from({ length: end }, (_, index) => index % 251),
    endOf: (index: number) => ends[index],
    delay: () => 0,
  }
}

function readAll(reader: PieceReader): Uint8Array[] {
  const pieces: Uint8Array[] = []
  while (!reader.isEnd) pieces.push(reader.read())
  return pieces
}

test('the pieces are those of the body, also if they are larger than what is copied in one step', () => {
  const length = fc.oneof(fc.nat(50), fc.nat(150_000))
  fc.assert(
    fc.property(fc.array(length, { maxLength: 8 }), fc.constantFrom('copied', 'shared'), (lengths, memory) => {
      const body = bodyOf(lengths)
      const pieces = readAll(new PieceReader(body, memory))
      expect(pieces.map((piece) => piece.length)).toEqual(lengths)
      expect(Buffer.concat(pieces).equals(body.bytes)).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('a client can overwrite or transfer a copied piece without a change to the recording or to the next pieces', () => {
  const body = bodyOf([3, 3, 3])
  const reader = new PieceReader(body, 'copied')
  reader.read().fill(99)
  structuredClone(null, { transfer: [reader.read().buffer as ArrayBuffer] })
  expect([[...reader.read()], [...body.bytes]]).toEqual([
    [6, 7, 8],
    [0, 1, 2, 3, 4, 5, 6, 7, 8],
  ])
})

test('shared pieces are views of the recording', () => {
  const body = bodyOf([2, 2])
  expect(readAll(new PieceReader(body, 'shared')).map(({ buffer }) => buffer === body.bytes.buffer)).toEqual([
    true,
    true,
  ])
})

test('the index of the next piece is known before it is read', () => {
  const reader = new PieceReader(bodyOf([1, 1]), 'copied')
  const indexes = [reader.next]
  while (!reader.isEnd) {
    reader.read()
    indexes.push(reader.next)
  }
  expect(indexes).toEqual([0, 1, 2])
})
