import { installOldLibraries } from './old-libraries.ts';
import type { PanelPage } from './panel-page.ts';

const SHARE = '/usr/share/javascript';
const PROTOTYPE = [`${SHARE}/prototype/prototype.js`, `${SHARE}/scriptaculous/scriptaculous.js`];
const MOOTOOLS = [`${SHARE}/mootools/mootools-core-nc.js`, `${SHARE}/mootools/mootools-more-nc.js`];
/** Ext JS 3 as the package `deluge-web` has it. */
const DELUGE = '/usr/lib/python3/dist-packages/deluge/ui/web';
const EXT = [`${DELUGE}/js/extjs/ext-base.js`, `${DELUGE}/js/extjs/ext-all.js`];
const EXT_STYLES = `${DELUGE}/css/ext-all-notheme.css`;
const WORDPRESS = '/usr/share/wordpress';
const WP_JQUERY = `${WORDPRESS}/wp-includes/js/jquery`;
const WP_SCRIPTS = [`${WP_JQUERY}/jquery.min.js`, `${WP_JQUERY}/jquery-migrate.min.js`];
const WP_STYLES = ['common', 'admin-menu', 'forms', 'list-tables'].map(
  (name) => `${WORDPRESS}/wp-admin/css/${name}.min.css`,
);

const npm = (path: string) => ({ src: `/npm/${path}` });
const system = (path: string) => ({ src: `/system${path}` });

const JQUERY = npm('jquery/dist/jquery.min.js');
const BOOTSTRAP = npm('bootstrap/dist/js/bootstrap.min.js');
const BOOTSTRAP_STYLES = '/npm/bootstrap/dist/css/bootstrap.min.css';
const UI = npm('jquery-ui-1-11-4/jquery-ui.min.js');
const UI_STYLES = '/npm/jquery-ui-1-11-4/jquery-ui.min.css';
const COLORBOX = npm('jquery-colorbox/jquery.colorbox-min.js');
const CKEDITOR = [
  npm('ckeditor4/ckeditor.js'),
  { text: `CKEDITOR.config.versionCheck = false; CKEDITOR.replace('opis')` },
];
const TINYMCE = [
  npm('tinymce/tinymce.min.js'),
  { text: `tinymce.init({ selector: '#opis', auto_focus: 'opis', branding: false })` },
];
const TINYMCE_READY = 'tinymce.activeEditor && tinymce.activeEditor.initialized';
const EDITOR = '<textarea id="opis">Opis produktu</textarea>';

/** jQuery UI 1.12 comes in parts. */
const UI_PARTS = `version keycode safe-active-element safe-blur position data disable-selection focusable tabbable unique-id
  scroll-parent plugin form form-reset-mixin labels ie widget widgets/mouse widgets/controlgroup widgets/checkboxradio
  widgets/button widgets/draggable widgets/resizable widgets/dialog`;

const HTML_4 = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">';
const UI_MODAL = {
  html: '<div id="modal" title="Edycja"><input id="own"></div>',
  modal: `jQuery('#modal').dialog({ modal: true })`,
};
const BOOTSTRAP_MODAL = {
  html: `<div class="modal" id="modal" tabindex="-1" role="dialog"><div class="modal-dialog"><div class="modal-content">
    <input id="own"></div></div></div>`,
  modal: `jQuery('#modal').modal('show')`,
};
const NESTED_TABLES = `<table width="100%" border=0><tr><td><table><tr><td bgcolor="#eee"><font size=2>Zamówienia: żółć</font>
  <td class="dataTableContent" onmouseover="this.className='over'">1000,00 zł</table></table>`;
/** What a panel of that time does once it is loaded. */
const SET_FOCUS = `function SetFocus() { for (var i = 0; i < document.forms[0].length; i++) { var field = document.forms[0][i];
  if (field.type != 'hidden' && field.type != 'submit') { field.focus(); break; } } }`;

/** The panels of the shops that our customers come from, rebuilt small: markup of our own, and their libraries as packages have them. */
export const PANELS: Record<string, PanelPage> = {
  'osCommerce 2.2: nested tables in iso-8859-2 and quirks mode': {
    doctype: '',
    charset: 'iso-8859-2',
    body: 'marginwidth="0" bgcolor="#FFFFFF" onload="SetFocus();"',
    panel: NESTED_TABLES,
    scripts: [{ text: SET_FOCUS }],
  },
  'osCommerce 2.3: jQuery UI and a base': {
    doctype: '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">',
    head: '<base href="/sklep/admin/" target="_blank">',
    scripts: [JQUERY, UI],
    styles: [UI_STYLES],
    ...UI_MODAL,
  },
  'Zen Cart 1.5.5: jQuery 2 under HTML 4': {
    doctype: HTML_4,
    panel: `${NESTED_TABLES}<ul class="nde-menu-system"><li><a href="#">Katalog</a><ul><li><a href="#">Produkty</a></ul></ul>`,
    scripts: [npm('jquery-2/dist/jquery.min.js'), { text: SET_FOCUS }],
    charset: 'windows-1250',
  },
  'Zen Cart 1.5.7: jQuery 3 and Bootstrap 3': {
    scripts: [npm('jquery-3/dist/jquery.min.js'), BOOTSTRAP],
    styles: [BOOTSTRAP_STYLES],
    ...BOOTSTRAP_MODAL,
  },
  'Magento 1.9: Prototype 1.7 and script.aculo.us': { scripts: PROTOTYPE.map(system), needs: PROTOTYPE },
  'OpenCart 1.5: jQuery 1.11, its UI 1.11 and Bootstrap 2.3': {
    scripts: [JQUERY, UI, npm('bootstrap-2.3.2/js/bootstrap-modal.js')],
    styles: [UI_STYLES, '/npm/bootstrap-2.3.2/css/bootstrap.css'],
    html: '<div class="modal hide" id="modal" tabindex="-1" role="dialog"><input id="own"></div>',
    modal: `jQuery('#modal').modal('show')`,
  },
  'OpenCart 2.3: jQuery 2 and Bootstrap 3': {
    scripts: [npm('jquery-2/dist/jquery.min.js'), BOOTSTRAP],
    styles: [BOOTSTRAP_STYLES],
    ...BOOTSTRAP_MODAL,
  },
  'PrestaShop 1.6: jQuery 1.11 with Migrate, Bootstrap 3 and TinyMCE 4, which takes the focus': {
    scripts: [JQUERY, npm('jquery-migrate/dist/jquery-migrate.min.js'), BOOTSTRAP, ...TINYMCE],
    ready: TINYMCE_READY,
    styles: [BOOTSTRAP_STYLES],
    ...BOOTSTRAP_MODAL,
    html: EDITOR + BOOTSTRAP_MODAL.html,
  },
  'WordPress: its own styles, jQuery without $, TinyMCE 4': {
    scripts: [...WP_SCRIPTS.map(system), { text: 'jQuery.noConflict();' }, ...TINYMCE],
    ready: TINYMCE_READY,
    styles: WP_STYLES.map((path) => `/system${path}`),
    body: 'class="wp-admin wp-core-ui admin-bar"',
    panel:
      '<div id="wpwrap"><div id="adminmenumain"></div><div id="wpcontent"><div class="wrap">Produkty</div></div></div>',
    html: EDITOR,
    needs: [...WP_SCRIPTS, ...WP_STYLES],
  },
  'CubeCart 6: jQuery, colorbox and CKEditor 4': {
    scripts: [JQUERY, COLORBOX, ...CKEDITOR],
    ready: `CKEDITOR.instances.opis.status === 'ready'`,
    styles: ['/npm/jquery-colorbox/example1/colorbox.css'],
    html: `${EDITOR}<div style="display:none"><div id="modal"><input id="own"></div></div>`,
    modal: `jQuery.colorbox({ inline: true, href: '#modal', transition: 'none', trapFocus: true })`,
  },
  'TomatoCart: Ext JS 3 with a modal window': {
    scripts: [
      ...EXT.map(system),
      { text: 'Ext.onReady(function () { Ext.QuickTips.init(); Ext.id(document.body); });' },
    ],
    styles: [`/system${EXT_STYLES}`],
    html: '<div id="modal"></div>',
    modal: `new Ext.Window({ modal: true, title: 'Edycja', width: 300, height: 120, items: [new Ext.form.TextField({ id: 'own' })] }).show()`,
    isTrap: false,
    ready: 'document.body.id',
    needs: [...EXT, EXT_STYLES],
  },
  'VirtueMart: MooTools 1.4 and its More': { scripts: MOOTOOLS.map(system), needs: MOOTOOLS },
  'older ones: what Prototype 1.6 and MooTools 1.2 replaced': { scripts: [{ text: `(${installOldLibraries})();` }] },
};

/** Other pages with real libraries or a policy. */
export const OTHERS: Record<string, PanelPage> = {
  'jQuery UI 1.12': {
    scripts: [JQUERY, ...UI_PARTS.split(/\s+/).map((part) => npm(`jquery-ui/ui/${part}.js`))],
    styles: ['/npm/jquery-ui/themes/base/core.css', '/npm/jquery-ui/themes/base/dialog.css'],
    ...UI_MODAL,
  },
  "the browser's own modal window": {
    html: '<dialog id="modal"><input id="own"></dialog>',
    modal: `document.getElementById('modal').showModal()`,
  },
  'core-js 3': { scripts: [npm('core-js-bundle/minified.js')] },
  'bluebird in the place of Promise': {
    scripts: [npm('bluebird/js/browser/bluebird.min.js'), { text: 'window.Promise = P;' }],
  },
  'a URL of its own under a policy with a nonce': { nonce: 'c2tsZXA', scripts: [{ text: `var URL = 'http://x';` }] },
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
  'that takes out whatever comes beside its body':
    'new MutationObserver(function (changes) { changes.forEach(function (change) { change.addedNodes.forEach(function (node) { if (node.parentNode === document.documentElement) node.parentNode.removeChild(node); }); }); }).observe(document.documentElement, { childList: true });',
};
