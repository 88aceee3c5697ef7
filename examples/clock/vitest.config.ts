import { cassettes } from 'msw-cassette/vitest'
import { defineConfig } from 'vitest/config'

export default defineConfig({ plugins: [cassettes()] })
