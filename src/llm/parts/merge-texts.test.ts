import { expect, test } from 'vitest'
import type { Part } from '../conversation.ts'
import { mergeTexts } from './merge-texts.ts'

const text = (value: string): Part => ({ kind: 'text', text: value })
const reasoning = (value: string): Part => ({ kind: 'reasoning', text: value })
const refusal: Part = { kind: 'refusal', text: 'No.' }

test('neighbouring pieces of one kind are joined, and the given parts are unchanged', () => {
  const parts = [reasoning('a'), reasoning('b'), text('c'), text('d'), refusal, refusal, text('e'), reasoning('f')]
  const before = structuredClone(parts)
  expect(mergeTexts(parts)).toEqual([reasoning('ab'), text('cd'), refusal, refusal, text('e'), reasoning('f')])
  expect(parts).toEqual(before)
})
