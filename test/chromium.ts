import { existsSync } from 'node:fs'

/** The program of Chromium. The environment variable CHROMIUM names another one. */
export const chromium: string = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Whether there is a browser to test with. */
export const hasChromium: boolean = existsSync(chromium)
