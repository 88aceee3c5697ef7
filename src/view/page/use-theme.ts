import { useEffect, useState } from 'preact/hooks'

const themes = ['system', 'light', 'dark'] as const

/** How the page is coloured. */
export type Theme = (typeof themes)[number]

/** Applies a theme, and returns it with a function that selects the next one. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>('system')
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  return [theme, () => setTheme(next)]
}
