import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { keepEntry } from '../../../widget/host-page/keep-entry.ts';
import { onPage } from '../../support/widget-page.ts';

const OURS = '[data-pomoc-online=auto]';
const drawn = () => document.querySelectorAll(OURS).length;

beforeEach(() => page.viewport(1000, 600));
afterEach(() => void keepEntry('none'));

describe('one entry is in the page', () => {
  test('ours where there is none, beside the body, whatever the page does to that', () => {
    const button = keepEntry('auto');
    expect(button?.matches(OURS)).toBe(true);
    document.body.innerHTML = '<p>Nowa treść</p>';
    expect(keepEntry('auto')).toBe(button);
    expect(button?.isConnected).toBe(true);
  });

  test('ours again where the page took it out', () => {
    keepEntry('auto')?.remove();
    expect(keepEntry('auto')?.isConnected).toBe(true);
    expect(drawn()).toBe(1);
  });

  test("the panel's own, which came later, in the place of ours", () => {
    keepEntry('auto');
    const own = onPage('<a href="/pomoc.php">Pomoc online</a>');
    expect(keepEntry('auto')).toBe(own);
    expect(drawn()).toBe(0);
  });

  test("ours in the place of the panel's own, which went with its part of the page", () => {
    const own = onPage('<div id="PomocOnline">Pomoc online</div>');
    expect(keepEntry('auto')).toBe(own);
    expect(own.getAttribute('role')).toBe('button');
    document.body.replaceChildren();
    expect(keepEntry('auto')?.matches(OURS)).toBe(true);
    expect(drawn()).toBe(1);
  });

  test('ours while what the tag names is not there', () => {
    expect(keepEntry('#moja')?.matches(OURS)).toBe(true);
    const named = onPage('<b id="moja">Kontakt</b>');
    expect(keepEntry('#moja')).toBe(named);
    expect(drawn()).toBe(0);
  });

  test('none where the tag wants none', () => {
    expect(keepEntry('none')).toBeUndefined();
    expect(drawn()).toBe(0);
  });
});

describe('in a page of frames it is', () => {
  test('not where another frame has one, however deep', () => {
    const outer = onPage<HTMLIFrameElement>('<iframe></iframe>').contentDocument as Document;
    const inner = outer.createElement('iframe');
    outer.body.append(inner);
    (inner.contentDocument as Document).body.innerHTML = '<a href="#">Pomoc online</a>';
    expect(keepEntry('auto')).toBeUndefined();
    expect(drawn()).toBe(0);
    outer.body.replaceChildren();
    expect(keepEntry('auto')?.matches(OURS)).toBe(true);
  });

  test('not in a menu or a bar', async () => {
    await page.viewport(180, 600);
    expect(keepEntry('auto')).toBeUndefined();
    await page.viewport(1000, 60);
    expect(keepEntry('auto')).toBeUndefined();
    expect(drawn()).toBe(0);
  });

  test('not lost because a frame is of another origin', () => {
    onPage('<iframe sandbox srcdoc="<a>Pomoc online</a>"></iframe>');
    expect(keepEntry('auto')?.matches(OURS)).toBe(true);
  });

  test('not in the frameset itself', () => {
    const { body } = document;
    body.replaceWith(document.createElement('frameset'));
    expect(keepEntry('auto')).toBeUndefined();
    expect(drawn()).toBe(0);
    document.body.replaceWith(body);
  });
});
