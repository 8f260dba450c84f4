import { existsSync, readFileSync } from 'node:fs';
import { installOldLibraries } from './old-libraries.ts';

/** A page of a panel, as the shop's server gives it. */
export interface PanelPage {
  scripts?: readonly ({ src: string } | { text: string })[];
  styles?: readonly string[];
  /** behind the page's own fields */
  html?: string;
  /** before `<html>`; without it the page is in quirks mode */
  doctype?: string;
  charset?: 'utf-8' | 'iso-8859-2';
  /** a policy that lets only scripts with this nonce run, and those that they load */
  nonce?: string;
  /** files of packages of the system that a machine may lack: the page is skipped there */
  needs?: readonly string[];
}

const PROTOTYPE = '/usr/share/javascript/prototype/prototype.js';
const SCRIPTACULOUS = '/usr/share/javascript/scriptaculous/scriptaculous.js';
const MOOTOOLS = [
  '/usr/share/javascript/mootools/mootools-core-nc.js',
  '/usr/share/javascript/mootools/mootools-more-nc.js',
];

const npm = (path: string) => ({ src: `/npm/${path}` });
const system = (path: string) => ({ src: `/system${path}` });

const JQUERY = npm('jquery/dist/jquery.min.js');

/** Real libraries, each as panels load it. */
export const LIBRARIES: Record<string, PanelPage> = {
  'jQuery 1.11, its UI 1.11 and Bootstrap 2.3': {
    scripts: [JQUERY, npm('jquery-ui-1-11-4/jquery-ui.min.js'), npm('bootstrap-2.3.2/js/bootstrap-modal.js')],
    styles: ['/npm/jquery-ui-1-11-4/jquery-ui.min.css', '/npm/bootstrap-2.3.2/css/bootstrap.css'],
  },
  'jQuery 1.11 and Bootstrap 3': {
    scripts: [JQUERY, npm('bootstrap/dist/js/bootstrap.min.js')],
    styles: ['/npm/bootstrap/dist/css/bootstrap.min.css'],
  },
  'TinyMCE 4, which takes the focus': {
    scripts: [
      npm('tinymce/tinymce.min.js'),
      { text: `tinymce.init({ selector: '#opis', auto_focus: 'opis', branding: false })` },
    ],
    html: '<textarea id="opis">Opis produktu</textarea>',
  },
  'CKEditor 4': {
    scripts: [npm('ckeditor4/ckeditor.js'), { text: `CKEDITOR.config.versionCheck = false; CKEDITOR.replace('opis')` }],
    html: '<textarea id="opis">Opis produktu</textarea>',
  },
  'core-js 3': { scripts: [npm('core-js-bundle/minified.js')] },
  'bluebird in the place of Promise': {
    scripts: [npm('bluebird/js/browser/bluebird.min.js'), { text: 'window.Promise = P;' }],
  },
  'Prototype 1.7 and script.aculo.us': {
    scripts: [system(PROTOTYPE), system(SCRIPTACULOUS)],
    needs: [PROTOTYPE, SCRIPTACULOUS],
  },
  'MooTools 1.4 and its More': { scripts: MOOTOOLS.map(system), needs: MOOTOOLS },
  'what Prototype 1.6 and MooTools 1.2 replaced': { scripts: [{ text: `(${installOldLibraries})();` }] },
  'a URL of its own under a policy with a nonce': { nonce: 'c2tsZXA', scripts: [{ text: `var URL = 'http://x';` }] },
  'nested tables in iso-8859-2 and quirks mode': {
    doctype: '',
    charset: 'iso-8859-2',
    html: `<table width="100%" border=0><tr><td><table><tr><td bgcolor="#eee"><font size=2>Zamówienia: żółć</font></table></table>`,
  },
};

/** Pages with one disturbance each. */
export const DISTURBED: Record<string, string> = {
  'where URL is a text': `var URL = 'http://x';`,
  'where Map is a function': 'function Map() {}',
  'with a Set of its own': 'function Set() { this.items = []; }',
  'with a Request of its own': 'window.Request = function (options) { this.options = options; };',
  'with Headers of its own': 'function Headers() {}',
  'with a CustomEvent of its own': 'function CustomEvent(name) { this.name = name; }',
  'with an Element of its own': 'window.Element = function (name) { return document.createElement(name); };',
  'with a frozen Object.prototype': 'Object.freeze(Object.prototype);',
  'with a method that every object lists': 'Object.prototype.each = function () {};',
  'with a fetch that adds a header':
    "var real = fetch; fetch = function (url, init) { init = init || {}; init.headers = Object.assign({ 'X-Requested-With': 'XMLHttpRequest' }, init.headers); return real(url, init); };",
  'with a fetch that sends credentials':
    "var real = fetch; fetch = function (url, init) { return real(url, Object.assign({}, init, { credentials: 'include' })); };",
  'with a fetch that takes addresses for texts':
    "var real = fetch; fetch = function (url) { if (url.indexOf('/ajax/') < 0) return real.apply(window, arguments); };",
  'with a fetch that never answers': 'fetch = function () { return new Promise(function () {}); };',
  'with a fetch that gives up after 5 s':
    "var real = fetch; fetch = function () { return Promise.race([real.apply(window, arguments), new Promise(function (_, no) { setTimeout(no, 5000, 'time'); })]); };",
  'with a fetch that reads every answer':
    'var real = fetch; fetch = function () { return real.apply(window, arguments).then(function (answer) { return answer.text().then(function () { return answer; }); }); };',
  'with an XMLHttpRequest of its own': 'XMLHttpRequest = function () {};',
};

/** Before the page's own scripts: what it needs to tell what was done to it. */
const BEFORE = `(function () {
  var namesOf = Object.getOwnPropertyNames, names, look, heard = [];
  function styles() {
    var all = document.querySelectorAll('#panel, #panel *, body, html'), told = '';
    for (var i = 0; i < all.length; i++) {
      var style = getComputedStyle(all[i]);
      told += all[i].cloneNode(false).outerHTML + [style.color, style.font, style.display, style.position, style.margin, style.overflow];
    }
    return told;
  }
  ['keydown', 'keypress', 'keyup', 'focusin', 'submit'].forEach(function (type) {
    document.addEventListener(type, function (event) {
      if (!event.target.matches('[data-pomoc-online],#noticed')) heard.push(type);
    });
  });
  addEventListener('settled', function () { names = namesOf(window); look = styles(); heard.length = 0; });
  document.getElementById('noticed').onclick = function (event) {
    var added = [];
    namesOf(window).forEach(function (name) { if (names.indexOf(name) < 0) added.push(name); });
    event.target.textContent = 'new globals: ' + added + '; changed: ' + (styles() === look ? 'nothing' : styles()) + '; heard: ' + (heard.join() || 'nothing');
  };
})();`;

export function documentOf(panel: PanelPage, service: string): Response {
  const { scripts = [], styles = [], html = '', doctype = '<!doctype html>', charset = 'utf-8', nonce = '' } = panel;
  const text = `${doctype}<html lang="pl"><head><title>Panel</title>
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
</head><body>
<button type="button" id="noticed">Co słychać</button>
<script nonce="${nonce}">${BEFORE}</script>
<div id="panel"><h1>Zamówienia</h1><form><input name="szukaj" value="żółć"><button>Szukaj</button></form></div>
<p>Numer pomocy technicznej: 7KcWt9Ru</p>
${html}
${scripts.map((script) => ('src' in script ? `<script nonce="${nonce}" src="${script.src}"></script>` : `<script nonce="${nonce}">${script.text}</script>`)).join('\n')}
<script nonce="${nonce}">addEventListener('load', function () { setTimeout(function () {
  var event = document.createEvent('Event');
  event.initEvent('settled', false, false);
  dispatchEvent(event);
  var script = document.createElement('script');
  script.nonce = '${nonce}';
  script.src = '${service}/pomoc.js';
  document.body.appendChild(script);
}); });</script>
</body></html>`;
  return new Response(encoded(text, charset), {
    headers: {
      'Content-Type': `text/html; charset=${charset}`,
      ...(nonce && {
        'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; connect-src ${service}`,
      }),
    },
  });
}

/** The Polish letters of iso-8859-2 that the page has; the others are ASCII. */
const LATIN_2: Record<string, number> = { ó: 0xf3, ż: 0xbf, ł: 0xb3, ć: 0xe6 };

function encoded(text: string, charset: PanelPage['charset']): BodyInit {
  return charset === 'utf-8' ? text : Uint8Array.from(text, (letter) => LATIN_2[letter] ?? letter.charCodeAt(0));
}

const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

/** A file of a library. */
export function fileOfPage(path: string): Response {
  const [, from, rest] = /^\/(npm|system)(\/.*)$/.exec(path) ?? [];
  const file = from === 'npm' ? new URL(`../../node_modules${rest}`, import.meta.url).pathname : rest;
  if (!file || !existsSync(file)) return new Response(null, { status: 404 });
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return new Response(readFileSync(file), { headers: { 'Content-Type': type } });
}
