import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Language } from '../../contract/lists.ts';
import type { Vendor } from '../../contract/vendor.ts';

/** A piece of a page, in which everything written by others is escaped. */
export type Html = ReturnType<typeof html>;

const STYLE = `
:root { color-scheme: light dark; --ink: #1a2124; --soft: #566064; --back: #f1f0ec; --card: #fff; --line: #dcdad4; --field: #7d868a; --teal: #0f5f63; --on-teal: #fff; --calm: #e3f0eb; --wrong: #a3271f; --wrong-back: #fbeae8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceae6; --soft: #aab2b4; --back: #161a1b; --card: #1f2526; --line: #3a4244; --field: #8b9598; --teal: #6cc5c1; --on-teal: #06201f; --calm: #1d3735; --wrong: #ff9d94; --wrong-back: #3d2220; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--back); overflow-wrap: anywhere; }
.bar { background: var(--card); border-bottom: 1px solid var(--line); }
.bar div { display: flex; align-items: center; justify-content: space-between; gap: 16px; max-width: 1064px; margin: 0 auto; padding: 12px 16px; }
.bar b { display: flex; align-items: center; gap: 8px; }
.bar span { color: var(--soft); }
.bar .mark { display: grid; place-items: center; width: 32px; height: 32px; border-radius: 8px; font-size: 13px; color: var(--on-teal); background: var(--teal); forced-color-adjust: none; }
main { display: grid; gap: 24px; max-width: 1064px; margin: 0 auto; padding: 24px 16px 48px; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.3; }
h2 { margin: 24px 0 12px; font-size: 18px; }
h3 { margin: 0 0 4px; font-size: 16px; }
p { margin: 0 0 8px; }
a { color: var(--teal); }
ul { margin: 0; padding-left: 20px; }
.calm, .wrong { margin: 0 0 24px; padding: 16px; background: var(--calm); border-radius: 8px; }
.call { border: 1px solid var(--teal); }
.call p:first-child { display: flex; justify-content: space-between; gap: 16px; font-weight: 600; }
.number { font-size: 28px; font-weight: 700; line-height: 1.2; }
.number a { color: inherit; text-decoration: none; }
.wrong { background: var(--wrong-back); border-left: 4px solid var(--wrong); }
[hidden] { display: none !important; }
.letter { font-weight: 600; }
section { margin: 0 0 24px; }
aside h2, .quick h2 { margin: 0 0 4px; font-size: 16px; }
.quick { margin: 0; }
@media (scripting: none) { .scripted { display: none; } }
.field { margin: 0 0 20px; }
label, legend { display: block; padding: 0; font-weight: 600; }
legend { margin-bottom: 6px; }
fieldset { margin: 0 0 20px; padding: 0; border: 0; }
form p { margin-top: 12px; }
.calm h2, .wrong h2 { margin-top: 0; }
.calm > :last-child, .wrong > :last-child { margin-bottom: 0; }
@supports selector(:has(a)) { form:not(:has([value=outage]:checked)) .outage { display: none; } }
form:has([value=outage]:checked) .usual { display: none; }
.field fieldset { margin-bottom: 0; }
.field legend { font-size: 14px; font-weight: 400; }
small { display: block; font-size: 14px; font-weight: 400; color: var(--soft); }
label small { display: inline; }
.error { display: block; color: var(--wrong); font-weight: 600; }
input, select, textarea { width: 100%; min-height: 44px; margin-top: 6px; padding: 8px 12px; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--field); border-radius: 8px; }
input[type=file] { height: auto; }
textarea { min-height: 120px; resize: vertical; }
[aria-invalid] { border: 2px solid var(--wrong); }
.tick { display: flex; align-items: center; gap: 12px; min-height: 44px; padding: 8px 12px; border: 1px solid var(--field); margin-top: -1px; font-weight: 400; }
.tick input { flex: none; width: 20px; min-height: 20px; margin: 0; accent-color: var(--teal); }
.tick:has(:checked) { background: var(--calm); }
.button, button { display: inline-block; min-height: 44px; padding: 10px 24px; font: inherit; font-weight: 600; color: var(--on-teal); background: var(--teal); border: 0; border-radius: 8px; cursor: pointer; text-decoration: none; }
:focus-visible { outline: 3px solid var(--teal); outline-offset: 2px; }
@media (min-width: 880px) {
  main { grid-template-columns: minmax(0, 1fr) 300px; grid-template-rows: auto 1fr; align-items: start; gap: 32px; padding-top: 32px; }
  .card { grid-row: 1 / span 2; padding: 32px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 20px; align-items: end; }
  .call .button { display: none; }
  .scripted { margin: 0 -16px; }
}
@media (max-width: 879px) {
  .wide { display: none; }
  .card { display: contents; }
  .quick { order: -1; } .first { order: 0; } aside { order: 1; } .rest { order: 2; }
  .first, .rest { min-width: 0; }
  .first > :last-child, aside > :last-child { margin-bottom: 0; }
  .button, button { display: block; width: 100%; text-align: center; }
}`;

const POLICY = ["default-src 'none'", `style-src ${hashOf(STYLE)}`, "base-uri 'none'"];

/** What a page with a script lets it do to the page: write no markup. */
const NO_MARKUP = ["require-trusted-types-for 'script'", "trusted-types 'none'"];

/** A text of the page as its policy names it. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The headers of a page of our own: no script, no frame, and no word of it to others. */
export const PAGE_HEADERS = headersWith([]);

/**
 * The headers of a page of our own with the widget in it: scripts of this service alone, and one that stands in the page.
 * @param script as it stands there
 */
export function scriptedPageHeaders(script: string): typeof PAGE_HEADERS {
  return headersWith([`script-src 'self' ${hashOf(script)}`, "connect-src 'self'", ...NO_MARKUP]);
}

function headersWith(more: readonly string[]) {
  return {
    'Content-Security-Policy': [...POLICY, "form-action 'self'", ...more, "frame-ancestors 'none'"].join('; '),
    'Referrer-Policy': 'no-referrer',
  };
}

/** What makes a page one for another host, whose headers are not ours: the policy stands in the page. */
interface OfFile {
  script: string;
  /** the origin that the script may ask */
  service: string;
  /** what the script reads, as JSON */
  data: unknown;
}

/** What stands around a page. */
interface Frame {
  language: Language;
  title: string;
  vendor: Vendor;
  /** what the vendor makes, in words that follow the name */
  trade: string;
  file?: OfFile;
  scripts?: Html;
}

/** A whole page, in one file. */
export function framePage({ language, title, vendor, trade, file, scripts }: Frame, body: Html): string {
  return String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
${file && policyOf(file)}
<meta name="viewport" content="width=device-width">
<title>${title} · Pomoc online</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header class="bar"><div><b><span class="mark" aria-hidden="true">${vendor.mark}</span> Pomoc online</b><span>${vendor.name}<span class="wide">${trade}</span></span></div></header>
<main>
${body}
</main>
${file ? scriptsOf(file) : scripts}
</body>
</html>
`);
}

function policyOf({ script, service }: OfFile): Html {
  const scripts = [`script-src ${hashOf(inScript(script))}`, `connect-src ${service}`, ...NO_MARKUP];
  const policy = [...POLICY, "form-action 'none'", ...scripts].join('; ');
  return html`<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">`;
}

function scriptsOf({ script, data }: OfFile): Html {
  return html`<script type="application/json" id="data">${raw(inScript(JSON.stringify(data)))}</script>
<script>${raw(inScript(script))}</script>`;
}

/** A text that ends no element of the page: only in texts of scripts and of JSON does `</` stand. */
function inScript(text: string): string {
  return text.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--');
}
