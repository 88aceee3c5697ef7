// The parts of `match.echoes`, which are loaded together.
export { findEcho } from '../echo/find-echo.ts'
export { planHeal } from '../heal/plan-heal.ts'
