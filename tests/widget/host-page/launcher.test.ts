import { within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  drawLauncher,
  findLauncher,
  launcherAt,
  makeOperable,
  validSelector,
} from '../../../widget/host-page/launcher.ts';
import { onPage } from '../../support/widget-page.ts';

describe('the entry that a panel has already is', () => {
  test.each([
    ['the tab on its right edge', '<div id="PomocOnline"><i>koperta</i></div>'],
    ['whatever is marked as such', '<span data-pomoc-online>Pomoc</span>'],
    ['a link that reads so', '<a href="/pomoc.php">Pomoc online</a>'],
    ['a button that reads so', '<button>Pomoc online</button>'],
    ['a link in capital letters', '<a href="/pomoc.php"> POMOC ONLINE </a>'],
    ['a link over lines and tags', '<a href="/pomoc.php">\n <b>Pomoc</b>\n\t<i>online</i>&nbsp;</a>'],
    ['a link with a hard space', '<a href="/pomoc.php">Pomoc&nbsp;online</a>'],
  ])('%s', (_what, markup) => {
    const entry = onPage(markup);
    expect(findLauncher(document, 'auto')).toBe(entry);
    expect(launcherAt(entry.firstElementChild ?? entry, 'auto')).toBe(entry);
  });

  test.each([
    ['a link that reads more', '<a href="/x">Pomoc online – regulamin</a>'],
    ['a link of other words', '<a href="/x">Pomoc</a>'],
    ['plain text', '<p>Pomoc online</p>'],
    ['another id', '<div id="pomoconline">Pomoc online</div>'],
  ])('not %s', (_what, markup) => {
    expect(launcherAt(onPage(markup), 'auto')).toBeNull();
    expect(findLauncher(document, 'auto')).toBeNull();
  });

  test('the first of several', () => {
    onPage('<a href="/x">Zamówienia</a><a id="first" href="/a">Pomoc online</a><div id="PomocOnline"></div>');
    expect(findLauncher(document, 'auto')?.id).toBe('first');
  });

  test('not there on a page without one', () => {
    onPage('<a href="/x">Zamówienia</a><button>Zapisz</button>');
    expect(findLauncher(document, 'auto')).toBeNull();
  });
});

describe('with a selector', () => {
  test('only what it names is an entry, and its inside counts', () => {
    const named = onPage('<nav class="help"><svg></svg></nav><div id="PomocOnline"></div>');
    expect(findLauncher(document, '.help')).toBe(named);
    expect(launcherAt(named.firstElementChild as Element, '.help')).toBe(named);
    expect(launcherAt(document.querySelector('#PomocOnline') as Element, '.help')).toBeNull();
  });

  test('"none" finds nothing and takes no press', () => {
    const entry = onPage('<div id="PomocOnline">Pomoc online</div>');
    expect(findLauncher(document, 'none')).toBeNull();
    expect(launcherAt(entry, 'none')).toBeNull();
  });
});

test.each(['#1pomoc', 'a:has-text(Pomoc)', ':contains("Pomoc")', '', '>a'])(
  'a selector that browsers do not understand is told once and counts as auto: %j',
  (selector) => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(validSelector(selector)).toBe('auto');
    expect(told).toHaveBeenCalledOnce();
  },
);

test.each(['auto', 'none', '#PomocOnline', '[data-x="1"] > a', undefined])(
  'others stay as they are: %j',
  (selector) => {
    expect(validSelector(selector)).toBe(selector ?? 'auto');
  },
);

describe('the button that is drawn where there is no entry', () => {
  afterEach(() => document.querySelector('[data-pomoc-online=auto]')?.remove());

  test('is one that a press finds and the keyboard reaches', () => {
    drawLauncher();
    const drawn = within(document.documentElement).getByRole('button', { name: 'Pomoc online' });
    expect(findLauncher(document, 'auto')).toBe(drawn);
    drawn.focus();
    expect(document.activeElement).toBe(drawn);
  });

  test('stays where it is beside a panel that styles every button away', () => {
    onPage('<style>* { position: relative !important; } button { display: none !important; }</style>');
    drawLauncher();
    const drawn = findLauncher(document, 'auto') as HTMLElement;
    expect(getComputedStyle(drawn).position).toBe('fixed');
    expect(drawn.getBoundingClientRect().width).toBeGreaterThan(0);
  });

  test('has a height that the panel can change', () => {
    drawLauncher();
    const drawn = findLauncher(document, 'auto') as HTMLElement;
    expect(getComputedStyle(drawn).zIndex).toBe('9000');
    document.documentElement.style.setProperty('--pomoc-z-index', '42');
    expect(getComputedStyle(drawn).zIndex).toBe('42');
    document.documentElement.removeAttribute('style');
  });
});

describe('an entry that the keyboard', () => {
  test.each([
    ['<div id="PomocOnline">POMOC ONLINE</div>'],
    ['<a data-pomoc-online>Pomoc online</a>'],
    ['<img id="PomocOnline" alt="Pomoc online">'],
  ])('does not reach is made operable: %s', (markup) => {
    const entry = onPage(markup);
    makeOperable(entry);
    entry.focus();
    expect(document.activeElement).toBe(entry);
    expect(entry.getAttribute('role')).toBe('button');
  });

  test.each([
    ['<a href="/x" id="PomocOnline">Pomoc online</a>'],
    ['<button id="PomocOnline">Pomoc online</button>'],
    ['<div id="PomocOnline" tabindex="-1" role="link">Pomoc online</div>'],
  ])('reaches stays as it is: %s', (markup) => {
    const entry = onPage(markup);
    const before = entry.outerHTML;
    makeOperable(entry);
    expect(entry.outerHTML).toBe(before);
  });
});
