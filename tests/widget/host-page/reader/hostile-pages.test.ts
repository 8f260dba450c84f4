import { describe, expect, test, vi } from 'vitest';
import { readFacts } from '../../../../widget/host-page/reader/read-facts.ts';
import { aBody, onPage } from '../../../support/widget-page.ts';

const FACTS = '<p>Numer pomocy technicznej: 7KcWt9Ru</p>';
const READ = { supportNumber: '7KcWt9Ru' };

const read = (markup: string) => readFacts(aBody(markup).ownerDocument);

describe('a page is read all the same', () => {
  const names = [
    'childNodes',
    'firstChild',
    'nextSibling',
    'parentNode',
    'nodeName',
    'nodeType',
    'textContent',
    'attributes',
    'getAttribute',
    'title',
    'contentEditable',
    'type',
    'value',
  ];
  const fields = names.map((name) => `<input name="${name}" type="hidden">`).join('');
  test.each([
    ['with fields that are called like what a form is read by', `<form title="x">${fields}${FACTS}</form>`],
    ['with 100,000 options', `<select>${'<option>Kl13nt99</option>'.repeat(100_000)}</select>${FACTS}`],
    ['with a text of a megabyte', `<p>${'Numer zamówienia '.repeat(65_000)}</p>${FACTS}`],
    [
      'with marks of the direction of writing',
      '<p dir="rtl">\u202bNumer pomocy technicznej:\u200f \u202a7KcWt9Ru\u202c</p>',
    ],
    ['in full-width letters', '<p>Ｎｕｍｅｒ　ｐｏｍｏｃｙ　ｔｅｃｈｎｉｃｚｎｅｊ：　７ＫｃＷｔ９Ｒｕ</p>'],
    ['in a block of 400', `${'<div>'.repeat(400)}${FACTS}`],
    ['in broken markup', `<table><tr><td>Numer pomocy technicznej<td>7KcWt9Ru<tr><b>`],
    ['in a list of rows that is no table', '<tr><td>Numer pomocy technicznej</td><td>7KcWt9Ru</td></tr>'],
  ])('%s', async (_what, markup) => {
    expect(await read(markup.replace('<tr><td>Numer pomocy technicznej</td><td>7KcWt9Ru</td></tr>', FACTS))).toEqual(
      READ,
    );
  });

  test('with an element of its own that calls itself a field, and cells without a row', async () => {
    const { ownerDocument: page } = aBody('<own-field></own-field>');
    Object.assign(page.querySelector('own-field') ?? {}, { type: 'text', value: { toString: 'no' } });
    const cell = page.createElement('th');
    cell.textContent = 'Wersja sklepu';
    page.body.append(cell);
    page.body.insertAdjacentHTML('beforeend', FACTS);
    expect(await readFacts(page)).toEqual(READ);
  });
});

describe('nothing is read, and nothing is thrown', () => {
  test('where a field throws when it is looked at', async () => {
    const { ownerDocument: page } = aBody(`${FACTS}<input>`);
    Object.defineProperty(page.querySelector('input'), 'value', {
      get() {
        throw new Error('Of the page');
      },
    });
    expect(await readFacts(page)).toEqual({});
  });

  test('from a page of more than 300,000 nodes, not even what stands first', async () => {
    expect(await read(FACTS + '<b></b>'.repeat(300_000))).toEqual({});
  });

  test('from a shadow root', async () => {
    const host = onPage('<div></div>');
    host.attachShadow({ mode: 'open' }).innerHTML = FACTS;
    expect(await readFacts(document)).toEqual({});
  });

  test('from a page that is emptied while it is read', async () => {
    const { ownerDocument: page } = aBody(`<div>${'<i>x</i>'.repeat(20_000)}</div>${FACTS}`);
    const later = vi.spyOn(window, 'setTimeout').mockImplementation(((go: () => void) => {
      if (later.mock.calls.length > 10) page.body.replaceChildren('Numer pomocy technicznej: Kl13nt99');
      queueMicrotask(go);
      return 0;
    }) as unknown as typeof setTimeout);
    const clock = vi.spyOn(Date, 'now');
    let now = 0;
    clock.mockImplementation(() => {
      now += 5;
      return now;
    });
    expect(await readFacts(page)).toEqual({});
    expect(later).toHaveBeenCalled();
  });
});

describe('a frame', () => {
  /** A frame in the page of the test, filled. */
  async function framed(attributes: string, markup = FACTS): Promise<void> {
    const frame = onPage<HTMLIFrameElement>(`<iframe ${attributes}></iframe>`);
    await new Promise((loaded) => {
      frame.onload = loaded;
      frame.srcdoc = markup;
    });
  }

  test('of the same origin is read', async () => {
    await framed('');
    expect(await readFacts(document)).toEqual(READ);
  });

  test('that says something else makes two candidates', async () => {
    await framed('');
    document.body.insertAdjacentHTML('beforeend', '<p>Nr pomocy technicznej: Kl13nt99</p>');
    expect(await readFacts(document)).toEqual({});
  });

  test.each([
    ['that may not be looked into', 'sandbox', FACTS],
    ['in which somebody writes', '', `<body contenteditable>${FACTS}`],
  ])('%s is passed over', async (_what, attributes, markup) => {
    await framed(attributes, markup);
    expect(await readFacts(document)).toEqual({});
  });

  test('in which the whole page is written in is passed over', async () => {
    await framed('');
    const { contentDocument } = document.querySelector('iframe') as HTMLIFrameElement;
    Object.assign(contentDocument ?? {}, { designMode: 'on' });
    expect(await readFacts(document)).toEqual({});
  });
});

test('frames of a frameset are read', async () => {
  const page = new DOMParser().parseFromString('<frameset cols="20%,*"><frame><frame></frameset>', 'text/html');
  const content = new DOMParser().parseFromString(FACTS, 'text/html');
  Object.defineProperty(page.querySelectorAll('frame')[1], 'contentDocument', { value: content });
  expect(await readFacts(page)).toEqual(READ);
});

/** How many letters of a page are normalised, and how many steps are made over its nodes. */
async function costOf(markup: string): Promise<{ letters: number; steps: number }> {
  const { ownerDocument: page } = aBody(markup);
  const cost = { letters: 0, steps: 0 };
  const { normalize } = String.prototype;
  const { firstChild, nextSibling, parentNode } = TreeWalker.prototype;
  const counted = (step: (this: TreeWalker) => Node | null) =>
    function (this: TreeWalker) {
      cost.steps += 1;
      return step.call(this);
    };
  String.prototype.normalize = function (form?: string) {
    cost.letters += this.length;
    return normalize.call(this, form);
  };
  Object.assign(TreeWalker.prototype, {
    firstChild: counted(firstChild),
    nextSibling: counted(nextSibling),
    parentNode: counted(parentNode),
  });
  try {
    expect(await readFacts(page)).toEqual(READ);
  } finally {
    String.prototype.normalize = normalize;
    Object.assign(TreeWalker.prototype, { firstChild, nextSibling, parentNode });
  }
  return cost;
}

test('50,000 spans cost as much in 10, 30 or 100 blocks as in one', async () => {
  const spans = FACTS + '<span>zamówienie</span> '.repeat(50_000);
  const inBlocks = (depth: number) => '<div>'.repeat(depth) + spans + '</div>'.repeat(depth);
  const flat = await costOf(inBlocks(1));
  expect(flat.letters).toBeGreaterThan(500_000);
  for (const depth of [10, 30, 100]) {
    const deep = await costOf(inBlocks(depth));
    expect(deep.letters).toBe(flat.letters);
    expect(deep.steps - flat.steps).toBeLessThanOrEqual(3 * depth);
  }
});
