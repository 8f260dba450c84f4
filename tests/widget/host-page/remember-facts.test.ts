import { describe, expect, test, vi } from 'vitest';
import { recallFacts, rememberFacts } from '../../../widget/host-page/remember-facts.ts';
import { patchLikePrototype16 } from '../../support/widget-prototype.ts';

const ZURAW = { supportNumber: '7KcWt9Ru', installUrl: 'https://www.ksiegarnia-zuraw.pl', shopVersion: '10.4.2' };
const ROWERY = { supportNumber: '4fMqZ8xB', installUrl: 'http://rowery-kolo.pl/sklep' };

/** Where a page belongs, and what is known there. */
function recall(path: string) {
  const { panelPath, facts } = recallFacts(path);
  return { panelPath, facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) };
}

describe('what a page told', () => {
  test('is known on the other pages of its panel', () => {
    rememberFacts('/zarzadzanie/index.php', ZURAW);
    expect(recall('/zarzadzanie/zamowienia/zamowienia.php')).toEqual({ panelPath: '/zarzadzanie/', facts: ZURAW });
  });

  test('is known on the page itself, with or without a file name', () => {
    rememberFacts('/zarzadzanie/', ZURAW);
    expect(recall('/zarzadzanie/').facts).toEqual(ZURAW);
    expect(recall('/zarzadzanie/index.php').facts).toEqual(ZURAW);
  });

  test('is not known outside', () => {
    rememberFacts('/zarzadzanie/index.php', ZURAW);
    for (const path of ['/', '/zarzadzanie', '/zarzadzanie2/', '/sklep/zarzadzanie/']) {
      expect(recall(path)).toEqual({ panelPath: '/', facts: {} });
    }
  });

  test('two panels on one origin do not mix, not even with the number missing in one', () => {
    rememberFacts('/sklep1/admin/start.php', ZURAW);
    rememberFacts('/sklep2/admin/start.php', ROWERY);
    rememberFacts('/sklep2/admin/start.php', { installUrl: 'https://inny.pl' });
    expect(recall('/sklep1/admin/a/b.php')).toEqual({ panelPath: '/sklep1/admin/', facts: ZURAW });
    expect(recall('/sklep2/admin/a/b.php')).toEqual({ panelPath: '/sklep2/admin/', facts: ROWERY });
    expect(recall('/sklep3/admin/a/b.php')).toEqual({ panelPath: '/', facts: {} });
  });

  test.each([
    ['outer first', ['/', '/panel/', '/panel/nowy/']],
    ['inner first', ['/panel/nowy/', '/panel/', '/']],
  ])('the longest directory that a page lies in wins: %s', (_order, directories) => {
    for (const panelPath of directories) rememberFacts(panelPath, { ...ZURAW, supportNumber: `W${panelPath.length}` });
    expect(recall('/panel/nowy/a.php')).toMatchObject({
      panelPath: '/panel/nowy/',
      facts: { supportNumber: 'W12' },
    });
    expect(recall('/panel/a.php')).toMatchObject({ panelPath: '/panel/', facts: { supportNumber: 'W7' } });
    expect(recall('/a.php')).toMatchObject({ panelPath: '/', facts: { supportNumber: 'W1' } });
  });

  test('is replaced by what the page tells later', () => {
    rememberFacts('/panel/', ZURAW);
    rememberFacts('/panel/', ROWERY);
    expect(recall('/panel/').facts).toEqual(ROWERY);
  });
});

test('without a number nothing is kept', () => {
  rememberFacts('/panel/', { installUrl: ZURAW.installUrl, shopVersion: '10.4.2' });
  rememberFacts('/panel/', { ...ZURAW, supportNumber: '' });
  expect(localStorage).toHaveLength(0);
});

test("other entries of the panel's storage are neither read nor changed", () => {
  localStorage.setItem('/panel/', 'moje');
  localStorage.setItem('koszyk', '7KcWt9Ru');
  localStorage.setItem('pomoc.open/panel/podkatalog/', '1');
  expect(recall('/panel/podkatalog/')).toEqual({ panelPath: '/', facts: {} });
  rememberFacts('/panel/', ZURAW);
  expect(localStorage.getItem('/panel/')).toBe('moje');
});

describe('a storage that', () => {
  test('is full keeps nothing, without a word', () => {
    vi.spyOn(window, 'localStorage', 'get').mockReturnValue(
      new Proxy({} as Storage, {
        set() {
          throw new DOMException('full', 'QuotaExceededError');
        },
      }),
    );
    expect(() => rememberFacts('/panel/', ZURAW)).not.toThrow();
  });

  test('is forbidden knows nothing, without a word', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(() => rememberFacts('/panel/', ZURAW)).not.toThrow();
    expect(recall('/panel/')).toEqual({ panelPath: '/', facts: {} });
  });
});

test('a panel with Prototype 1.6 changes nothing of what is kept', () => {
  using _patched = patchLikePrototype16();
  expect(JSON.stringify(['a'])).toBe('"[\\"a\\"]"');
  rememberFacts('/panel/', ZURAW);
  expect(recall('/panel/strona.php')).toEqual({ panelPath: '/panel/', facts: ZURAW });
});
