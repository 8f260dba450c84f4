import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replacedNatives } from '../../../widget/host-page/natives.ts';
import { installOldLibraries } from '../../support/old-libraries.ts';

/** A page of its own, whose scripts run as those of a panel do, and a realm beside it that none has touched. */
let page: Window;
let clean: Window;
let frames: HTMLIFrameElement[];
beforeEach(() => {
  frames = [1, 2].map(() => document.createElement('iframe'));
  document.body.append(...frames);
  [page, clean] = frames.map((frame) => frame.contentWindow) as [Window, Window];
});
afterEach(() => {
  for (const frame of frames) frame.remove();
});

const replaced = () => replacedNatives(page, clean);

/** It is named, whether built-ins that nobody touched do the looking or the page's own. */
function expectMissed(name: string): void {
  expect(replaced()).toContain(name);
  expect(replacedNatives(page)).toContain(name);
}

function run(script: string): void {
  const element = page.document.createElement('script');
  element.textContent = script;
  page.document.body.append(element);
}

/** What the panel and its libraries use. */
const CLASSES =
  `Object Function Array String Number Boolean RegExp Date Error TypeError DOMException Promise Map Set WeakMap
  WeakSet Symbol ArrayBuffer Uint8Array TextDecoder Request Response Headers AbortController AbortSignal ReadableStream URL
  URLSearchParams FormData Blob File CustomEvent FocusEvent MutationObserver BroadcastChannel OffscreenCanvas`.split(
    /\s+/,
  );
const OTHERS = `JSON Math Intl fetch createImageBitmap setTimeout clearTimeout setInterval clearInterval queueMicrotask
  encodeURIComponent btoa`.split(/\s+/);
/** Libraries change methods of these. */
const SHORT = CLASSES.filter(({ length }) => length <= 8);
const ALL = [...CLASSES, ...OTHERS];

test('a page as the browser makes it has replaced nothing', () => {
  expect(replaced()).toEqual([]);
  expect(replacedNatives(page)).toEqual([]);
});

test('what a page has beside the built-ins is its own business, and elements are its own in any realm', () => {
  run(`var $ = function () {}; function Product() {} Product.prototype.each = 1; var Ajax = {};
    HTMLElement.prototype.hide = function () {};
    var attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) { return attach.call(this, init); };
    Node.prototype.replaceChild = function () {};
    document.getElementsByClassName = function () {};`);
  expect(replaced()).toEqual([]);
  expect(replacedNatives(page)).toEqual([]);
});

describe('each built-in is missed', () => {
  test.each(ALL)('%s, a text at the top level', (name) => {
    run(`var ${name} = 'http://x';`);
    expectMissed(name);
  });

  test.each(ALL)('%s, a function at the top level', (name) => {
    run(`function ${name}() {}`);
    expectMissed(name);
  });

  test.each(ALL)('%s, wrapped so that it looks like one of the browser’s', (name) => {
    run(`${name} = typeof ${name} === 'function' ? ${name}.bind(window) : {};`);
    expectMissed(name);
  });

  test.each(SHORT)('a method of %s', (name) => {
    run(`${name}.prototype.toJSON = function () { return ''; };`);
    expectMissed(name);
  });

  test.each(SHORT)('%s, frozen', (name) => {
    run(`Object.freeze(${name}.prototype);`);
    expectMissed(name);
  });
});

test.each([
  ['a static function', 'Object.keys = function () {};', 'Object'],
  ['a function of JSON', 'JSON.stringify = function () {};', 'JSON'],
  ['a Proxy', 'fetch = new Proxy(fetch, {});', 'fetch'],
  ['a getter', 'Object.defineProperty(window, "fetch", { get: function () { return alert; } });', 'fetch'],
  ['a class of its own', 'Request = class Request {};', 'Request'],
  ['a class that extends the browser’s', 'Promise = class extends Promise {};', 'Promise'],
  ['something that every object has', 'Object.prototype.isMine = true;', 'Object'],
  ['something that every list has', 'Array.prototype.each = 7;', 'Array'],
  ['nothing at all', 'delete window.URL;', 'URL'],
  ['the function that tells', 'Function.prototype.toString = function () { return "native"; };', 'Function'],
])('%s is seen', (_, script, name) => {
  run(script);
  expectMissed(name);
});

test('libraries of 2006–2010 have replaced what they did', () => {
  run(`(${installOldLibraries})();`);
  expect(replaced()).toEqual(
    expect.arrayContaining(['Array', 'String', 'Function', 'Object', 'Request', 'JSON', 'Event']),
  );
});
