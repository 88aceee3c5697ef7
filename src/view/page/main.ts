import { render } from 'preact'
import type { ViewData } from '../view-data.ts'
import { App } from './app.ts'
import { html } from './html.ts'

const data: ViewData = JSON.parse(document.getElementById('data')?.textContent ?? '')
const root = document.getElementById('app')
if (root) render(html`<${App} data=${data} />`, root)
