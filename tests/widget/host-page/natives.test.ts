import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NATIVES, replacedNatives } from '../../../widget/host-page/natives.ts';
import { installOldLibraries } from '../../support/old-libraries.ts';

/** A page of its own, whose scripts run as those of a panel do. */
let page: Window;
let frame: HTMLIFrameElement;
beforeEach(() => {
  frame = document.createElement('iframe');
  document.body.append(frame);
  page = frame.contentWindow as Window;
});
afterEach(() => frame.remove());

function run(script: string): void {
  const element = page.document.createElement('script');
  element.textContent = script;
  page.document.body.append(element);
}

const names = NATIVES.split(',');
const classes = names.filter((name) => /^[A-Z]/.test(name) && !['JSON', 'Math', 'Intl'].includes(name));

test('a page as the browser makes it has replaced nothing', () => {
  expect(replacedNatives(page)).toEqual([]);
});

test('what a page has beside the built-ins is its own business', () => {
  run(`var $ = function () {}; function Product() {} Product.prototype.each = 1; var name2 = 'x'; let Ajax = {};
    Element.prototype.hide = function () {}; document.getElementsByClassName = function () {};`);
  expect(replacedNatives(page)).toEqual([]);
});

describe('each built-in is missed', () => {
  test.each(names)('%s, a text at the top level', (name) => {
    run(`var ${name} = 'http://x';`);
    expect(replacedNatives(page)).toContain(name);
  });

  test.each(names)('%s, a function at the top level', (name) => {
    run(`function ${name}() {}`);
    expect(replacedNatives(page)).toContain(name);
  });

  test.each(names)('%s, wrapped so that it looks like one of the browser’s', (name) => {
    run(`${name} = typeof ${name} === 'function' ? ${name}.bind(window) : {};`);
    expect(replacedNatives(page)).toContain(name);
  });

  test.each(classes)('a method of %s', (name) => {
    run(`${name}.prototype.toJSON = function () { return ''; };`);
    expect(replacedNatives(page)).toContain(`${name}.toJSON`);
  });

  test.each(classes)('%s, frozen', (name) => {
    run(`Object.freeze(${name}.prototype);`);
    expect(replacedNatives(page)).toContain(name);
  });
});

test.each([
  ['a static function', 'Object.keys = function () {};', 'Object.keys'],
  ['a function of JSON', 'JSON.stringify = function () {};', 'JSON.stringify'],
  ['a Proxy', 'fetch = new Proxy(fetch, {});', 'fetch'],
  ['a class of its own', 'Request = class Request {};', 'Request'],
  ['a class that extends the browser’s', 'Promise = class extends Promise {};', 'Promise'],
  ['something that every object lists', 'Object.prototype.isMine = true;', 'isMine'],
  ['something that every list lists', 'Array.prototype.each = 7;', 'each'],
  ['nothing at all', 'delete window.URL;', 'URL'],
  ['the function that tells', 'Function.prototype.toString = function () { return "native"; };', 'Function.toString'],
])('%s is seen', (_, script, replaced) => {
  run(script);
  expect(replacedNatives(page)).toContain(replaced);
});

test('libraries of 2006–2010 have replaced what they did', () => {
  run(`(${installOldLibraries})();`);
  const replaced = ['Array.toJSON', 'Array.entries', 'Array.reduce', 'String.toJSON', 'Object.keys', 'Request', 'JSON'];
  expect(replacedNatives(page)).toEqual(expect.arrayContaining(replaced));
});
