import { registerHooks } from 'node:module'

/** Makes `msw` and `msw/node` those of MSW 2. */
registerHooks({
  resolve(specifier, context, next) {
    const isMsw = (specifier === 'msw' || specifier === 'msw/node') && !context.parentURL?.includes('/msw2/')
    return next(isMsw ? specifier.replace('msw', 'msw2') : specifier, context)
  },
})
