import { existsSync, readFileSync } from 'node:fs';

/** A page of a panel, as the shop's server gives it. */
export interface PanelPage {
  scripts?: readonly PageScript[];
  styles?: readonly string[];
  /** inside `#panel`, where nothing may change while the help is used */
  panel?: string;
  /** behind it: what libraries change by themselves */
  html?: string;
  /** what opens a modal window with a field `#own`, run in the page */
  modal?: string;
  /** whether that window takes the focus back from the page; most do */
  isTrap?: boolean;
  /** what is true once the libraries have done what they do by themselves, asked in the page */
  ready?: string;
  /** before `<html>`; without it the page is in quirks mode */
  doctype?: string;
  /** in the head, before everything else */
  head?: string;
  /** attributes of `<html>` and `<body>` */
  root?: string;
  body?: string;
  charset?: Charset;
  /** such as that of XHTML, which the browser parses as XML */
  mediaType?: string;
  /** a policy that lets only scripts with this nonce run, and those that they load */
  nonce?: string;
  /** files of packages of the system that a machine may lack: the page is skipped there */
  needs?: readonly string[];
}

export type PageScript = { src: string } | { text: string };
type Charset = 'utf-8' | 'iso-8859-2' | 'windows-1250';

/** Events that the page must not hear while somebody works in the help, not even on their way down. */
const WORK = `keydown keypress keyup beforeinput input change submit paste copy cut focusin focusout focus blur contextmenu
  dragenter dragover drop selectstart`;

/** Of a press it hears no more than that, and its release: what was dragged from the page must end. */
const PRESSES = 'mousedown click dblclick pointerdown touchstart';

/** Before the page's own scripts: what it needs to tell what was done to it. */
const BEFORE = `(function () {
  var namesOf = Object.getOwnPropertyNames, names, look, heard = [];
  function looksOf(all) {
    var told = [];
    for (var i = 0; i < all.length; i++) {
      var style = getComputedStyle(all[i]);
      told.push(all[i].cloneNode(false).outerHTML + [style.color, style.font, style.display, style.position, style.margin, style.overflow]);
    }
    return told;
  }
  function looks() { return looksOf(document.querySelectorAll('#panel, #panel *, body, html')); }
  function hear(event) {
    var at = event.target, isPages = at.nodeType === 1 && (at.matches('[data-pomoc-online],#noticed') || document.body.contains(at));
    if (!isPages && at !== window && heard.indexOf(event.type) < 0) heard.push(event.type);
  }
  '${`${WORK} ${PRESSES}`.replace(/\s+/g, ' ')}'.split(' ').forEach(function (type) { document.addEventListener(type, hear); });
  '${WORK.replace(/\s+/g, ' ')}'.split(' ').forEach(function (type) { document.addEventListener(type, hear, true); });
  addEventListener('settled', function () { names = namesOf(window); look = looks(); heard.length = 0; });
  document.getElementById('noticed').onclick = function (event) {
    var globals = [], changed = [], now = looks();
    namesOf(window).forEach(function (name) { if (names.indexOf(name) < 0) globals.push(name); });
    now.forEach(function (one, i) { if (one !== look[i]) changed.push(look[i] + ' -> ' + one); });
    event.target.setAttribute('data-noticed', '{"globals":"' + globals.join() + '","changed":"' + encodeURIComponent(changed.join()) + '","heard":"' + heard.join() + '"}');
  };
})();`;

/** Once the page is as its own scripts want it: the tag. */
const tagAfterLoad = (
  nonce: string,
  service: string,
  ready: string,
) => `addEventListener('load', function () { setTimeout(function begin() {
  if (!(${ready})) return setTimeout(begin, 20);
  var event = document.createEvent('Event');
  event.initEvent('settled', false, false);
  dispatchEvent(event);
  var script = document.createElement('script');
  script.nonce = '${nonce}';
  script.src = '${service}/pomoc.js';
  document.body.appendChild(script);
}); });`;

export function documentOf(page: PanelPage, service: string): Response {
  const { scripts = [], styles = [], html = '', doctype = '<!doctype html>', charset = 'utf-8', nonce = '' } = page;
  const { head = '', root = 'lang="pl"', body = '', mediaType = 'text/html' } = page;
  const isXml = mediaType !== 'text/html';
  const script = (content: PageScript) =>
    'src' in content
      ? `<script nonce="${nonce}" src="${content.src}"></script>`
      : `<script nonce="${nonce}">${isXml ? `<![CDATA[${content.text}]]>` : content.text}</script>`;
  const text = `${doctype}<html ${root}><head><title>Panel</title>${head}
${styles.map((href) => `<link rel="stylesheet" href="${href}"/>`).join('\n')}
</head><body ${body}>
<button type="button" id="noticed">Co słychać</button>
${script({ text: BEFORE })}
<div id="panel"><h1>Zamówienia</h1><form action="/"><input name="szukaj" value="żółć"/><button>Szukaj</button></form>${page.panel ?? ''}</div>
<p>Numer pomocy technicznej: 7KcWt9Ru</p>
${html}
${scripts.map(script).join('\n')}
${script({ text: tagAfterLoad(nonce, service, page.ready ?? 'true') })}
</body></html>`;
  return new Response(encoded(text, charset), {
    headers: {
      'Content-Type': `${mediaType}; charset=${charset}`,
      ...(nonce && {
        'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; connect-src ${service}`,
      }),
    },
  });
}

function encoded(text: string, charset: Charset): BodyInit {
  if (charset === 'utf-8') return text;
  const decoder = new TextDecoder(charset);
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
  return Uint8Array.from(text, (letter) => codes.get(letter) ?? 0x3f);
}

/** Pictures of a panel, which say nothing here. */
const PICTURES = /\.(?:gif|png|jpe?g|svg|ico|cur|woff2?|ttf|eot)$/;

const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

/** A file of a library: below `/npm`, `/system`, or `/files` in a folder that is named. */
export function fileOfPage(path: string, folder = ''): Response {
  const [, from = '', rest = ''] = /^\/(npm|system|files)(\/.*)$/.exec(path) ?? [];
  const roots: Record<string, string> = {
    npm: new URL('../../node_modules', import.meta.url).pathname,
    system: '',
    files: folder,
  };
  const file = `${roots[from]}${rest}`;
  if (from === 'files' && rest.match(PICTURES)) return new Response(null, { status: 204 });
  if (!rest || !existsSync(file)) return new Response(null, { status: 404 });
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return new Response(readFileSync(file), { headers: { 'Content-Type': type } });
}

/** Whether this machine has what the page needs. */
export const isThere = ({ needs = [] }: PanelPage): boolean => needs.every((path) => existsSync(path));
