import { useEffect, useRef, useState } from 'preact/hooks'

/** A position that can play. */
export interface Playback {
  /** In the unit of the stream. */
  readonly at: number
  readonly state: 'playing' | 'paused'
  seek(at: number): void
  /** Plays or pauses. At the end, plays from the beginning. */
  toggle(): void
}

/**
 * Plays from 0 to an end.
 *
 * @param perSecond how far it gets in a second
 */
export function usePlayback(end: number, perSecond: number): Playback {
  const [at, setAt] = useState(end)
  const [state, setState] = useState<Playback['state']>('paused')
  const position = useRef(at)
  const move = (to: number): void => {
    position.current = Math.min(Math.max(to, 0), end)
    setAt(position.current)
  }
  useEffect(() => {
    if (state === 'paused') return
    let previous = performance.now()
    const step = (): void => {
      const now = performance.now()
      move(position.current + ((now - previous) / 1_000) * perSecond)
      previous = now
      if (position.current >= end) setState('paused')
      else frame = requestAnimationFrame(step)
    }
    let frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)
  }, [state, perSecond, end])
  return {
    at,
    state,
    seek(to) {
      setState('paused')
      move(to)
    },
    toggle() {
      if (state === 'paused' && position.current >= end) move(0)
      setState(state === 'paused' ? 'playing' : 'paused')
    },
  }
}
