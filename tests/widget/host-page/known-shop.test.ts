import { describe, expect, test, vi } from 'vitest';
import { forgetShop, recallShop, rememberShop } from '../../../widget/host-page/known-shop.ts';
import { patchLikePrototype16 } from '../../support/widget-prototype.ts';

const ZURAW = { supportNumber: '7KcWt9Ru', installUrl: 'https://www.ksiegarnia-zuraw.pl', shopVersion: '10.4.2' };
const ROWERY = { supportNumber: '4fMqZ8xB', installUrl: 'http://rowery-kolo.pl/sklep' };
const NOTHING = { panelPath: '/', shopPath: '', facts: {}, unchecked: [] };

/** Where a page belongs, and what is known there. */
function recall(path: string) {
  const { panelPath, facts } = recallShop(path);
  return { panelPath, facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) };
}

describe('a shop that is remembered', () => {
  test('is known on the other pages of its panel, with how far it is trusted', () => {
    rememberShop('/zarzadzanie/', ZURAW, 'recognised');
    expect(recallShop('/zarzadzanie/zamowienia/zamowienia.php')).toEqual({
      panelPath: '/zarzadzanie/',
      shopPath: '/zarzadzanie/',
      facts: ZURAW,
      standing: 'recognised',
      unchecked: [],
    });
  });

  test('is not known outside', () => {
    rememberShop('/zarzadzanie/', ZURAW, 'known');
    for (const path of ['/', '/zarzadzanie', '/zarzadzanie2/', '/sklep/zarzadzanie/']) {
      expect(recallShop(path)).toEqual(NOTHING);
    }
  });

  test('does not mix with that of another panel on its origin', () => {
    rememberShop('/sklep1/admin/', ZURAW, 'known');
    rememberShop('/sklep2/admin/', ROWERY, 'recognised');
    expect(recall('/sklep1/admin/a/b.php')).toEqual({ panelPath: '/sklep1/admin/', facts: ZURAW });
    expect(recall('/sklep2/admin/a/b.php')).toEqual({ panelPath: '/sklep2/admin/', facts: ROWERY });
    expect(recallShop('/sklep3/admin/a/b.php')).toEqual(NOTHING);
  });

  test.each([
    ['outer first', ['/', '/panel/', '/panel/nowy/']],
    ['inner first', ['/panel/nowy/', '/panel/', '/']],
  ])('gives way to that of the longest directory that a page lies in: %s', (_order, directories) => {
    for (const directory of directories)
      rememberShop(directory, { ...ZURAW, supportNumber: `W${directory.length}` }, 'known');
    expect(recall('/panel/nowy/a.php')).toMatchObject({ panelPath: '/panel/nowy/', facts: { supportNumber: 'W12' } });
    expect(recall('/panel/a.php')).toMatchObject({ panelPath: '/panel/', facts: { supportNumber: 'W7' } });
    expect(recall('/a.php')).toMatchObject({ panelPath: '/', facts: { supportNumber: 'W1' } });
  });

  test('is replaced by what is remembered later', () => {
    rememberShop('/panel/', ZURAW, 'known');
    rememberShop('/panel/', ROWERY, 'known');
    expect(recall('/panel/').facts).toEqual(ROWERY);
  });
});

describe('a shop that is forgotten', () => {
  test('leaves its directory: what was written there is found again', () => {
    rememberShop('/panel/', ZURAW, 'recognised');
    forgetShop('/panel/');
    expect(recallShop('/panel/a.php')).toEqual({ ...NOTHING, panelPath: '/panel/' });
  });

  test('uncovers what is known of the panel around it', () => {
    rememberShop('/panel/', ZURAW, 'known');
    rememberShop('/panel/sprzedaz/', ROWERY, 'recognised');
    forgetShop('/panel/sprzedaz/');
    expect(recallShop('/panel/sprzedaz/a.php')).toMatchObject({
      panelPath: '/panel/sprzedaz/',
      shopPath: '/panel/',
      facts: ZURAW,
    });
  });
});

// As releases before standings wrote it, letter by letter.
test('facts of an earlier release are named, and do not count before they are checked', () => {
  localStorage.setItem('pomoc.facts/zarzadzanie/', '7KcWt9Ru\nhttps://www.ksiegarnia-zuraw.pl\n10.4.2');
  expect(recallShop('/zarzadzanie/pomoc.php')).toEqual({
    ...NOTHING,
    panelPath: '/zarzadzanie/',
    unchecked: [['/zarzadzanie/', ZURAW]],
  });
});

test("other entries of the panel's storage are neither read nor changed", () => {
  localStorage.setItem('/panel/', 'moje');
  localStorage.setItem('koszyk', '7KcWt9Ru');
  localStorage.setItem('pomoc.open/panel/podkatalog/', '1');
  expect(recallShop('/panel/podkatalog/')).toEqual(NOTHING);
  rememberShop('/panel/', ZURAW, 'known');
  expect(localStorage.getItem('/panel/')).toBe('moje');
});

describe('a storage that', () => {
  test('is full keeps nothing, without a word', () => {
    vi.spyOn(window, 'localStorage', 'get').mockReturnValue({
      ...localStorage,
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(() => rememberShop('/panel/', ZURAW, 'known')).not.toThrow();
  });

  test('is forbidden knows nothing, without a word', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(() => rememberShop('/panel/', ZURAW, 'known')).not.toThrow();
    expect(recallShop('/panel/')).toEqual(NOTHING);
  });
});

test('a panel with Prototype 1.6 changes nothing of what is kept', () => {
  using _patched = patchLikePrototype16();
  expect(JSON.stringify(['a'])).toBe('"[\\"a\\"]"');
  rememberShop('/panel/', ZURAW, 'known');
  expect(recall('/panel/strona.php')).toEqual({ panelPath: '/panel/', facts: ZURAW });
});
