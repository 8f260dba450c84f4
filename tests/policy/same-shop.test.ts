import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADDRESS_KINDS, type AddressKind } from '../../src/contract/lists.ts';
import { countingAddresses, namedShop, originStanding, type RegisteredAddress } from '../../src/policy/same-shop.ts';

const HOST = 'rowery-kolo.pl';

/** An address on the one host of these tests; shops are numbered, and their support numbers follow. */
function at(
  shopId: number,
  path = '',
  kind: AddressKind = 'shop',
  supportNumber = `Numer${shopId}`,
): RegisteredAddress {
  return { shopId, supportNumber, kind, host: HOST, path };
}

describe('number and host decide', () => {
  test.each(['', '/sklep', '/sklep/zarzadzanie', '/inny', '/Sklep'])(
    'whose shop it is, and no path changes that where one shop is on the host: %j',
    (path) => {
      expect(namedShop('Numer1', path, [at(1, '/sklep')])).toBe(1);
      expect(namedShop('Numer2', path, [at(1, '/sklep')])).toBeNull();
    },
  );

  test('also by the address of a panel, and by a former one', () => {
    for (const kind of ADDRESS_KINDS) expect(namedShop('Numer1', '/x', [at(1, '', kind)])).toBe(1);
  });

  test('of a host that no shop has nothing is known', () => {
    expect(namedShop('Numer1', '', [])).toBeNull();
  });
});

describe('between shops on one host the path decides', () => {
  const both = [at(1, '/sklep'), at(2, '/sklep2'), at(3, '/sklep/hurt')];

  test.each([
    ['/sklep', 1],
    ['/sklep/zarzadzanie', 1],
    ['/sklep/hurtownia', 1],
    ['/sklep2/zarzadzanie', 2],
    ['/sklep/hurt/zarzadzanie', 3],
  ])('%s is of shop %i, and of no other', (path, owner) => {
    for (const { shopId, supportNumber } of both) {
      expect(namedShop(supportNumber, path, both)).toBe(shopId === owner ? owner : null);
    }
  });

  test.each(['', '/sklep3', '/Sklep'])('%j lies in none of them, so the number decides alone', (path) => {
    for (const { shopId, supportNumber } of both) expect(namedShop(supportNumber, path, both)).toBe(shopId);
  });

  test('a shop in the root has what is in no folder of another one', () => {
    const root = [at(1), at(2, '/hurt')];
    expect(namedShop('Numer1', '/zarzadzanie', root)).toBe(1);
    expect(namedShop('Numer2', '/zarzadzanie', root)).toBeNull();
    expect(namedShop('Numer1', '/hurt/zarzadzanie', root)).toBeNull();
    expect(namedShop('Numer2', '/hurt/zarzadzanie', root)).toBe(2);
  });

  test('two licences that the vendor gave one address are told apart by their numbers', () => {
    expect(namedShop('Numer1', '', [at(1), at(2)])).toBe(1);
    expect(namedShop('Numer2', '', [at(1), at(2)])).toBe(2);
  });
});

describe('the case of a number', () => {
  test.each(['7kcwt9ru', '7KCWT9RU', '7KcWt9Ru'])('does not matter where one shop is meant: %s', (typed) => {
    expect(namedShop(typed, '', [at(1, '', 'shop', '7KcWt9Ru')])).toBe(1);
  });

  test('decides between two shops whose numbers differ in nothing else', () => {
    const alike = [at(1, '', 'shop', 'abCD'), at(2, '', 'shop', 'ABcd')];
    expect(namedShop('ABcd', '', alike)).toBe(2);
    expect(namedShop('abcd', '', alike)).toBeNull();
  });

  test.each(['7KcWt9RU0', 'O7KcWt9', '7Kc-Wt9Ru', '7KcWt9R', '7KcWl9Ru', '7KcW19Ru'])(
    'is all that is forgiven: %s is no shop',
    (typed) => {
      expect(namedShop(typed, '', [at(1, '', 'shop', '7KcWt9Ru'), at(2, '/a', 'shop', '07KcWt9')])).toBeNull();
    },
  );
});

describe('a former address', () => {
  test.each([
    ['the same one', '/sklep', '/sklep'],
    ['the root above it', '/sklep', ''],
    ['a folder in it', '', '/sklep'],
  ])('counts no more once another shop has %s', (_, former, now) => {
    for (const kind of ['shop', 'panel'] as const) {
      const registered = [at(1, former, 'former'), at(2, now, kind)];
      expect(namedShop('Numer1', '/sklep', registered)).toBeNull();
      expect(originStanding(1, registered)).toBe('other-shop');
    }
  });

  test('counts beside a shop in another folder, and beside a former one of another shop', () => {
    expect(namedShop('Numer1', '/sklep1', [at(1, '/sklep1', 'former'), at(2, '/sklep2')])).toBe(1);
    expect(namedShop('Numer1', '', [at(1, '', 'former'), at(2, '', 'former')])).toBe(1);
  });
});

describe('a former address that its shop still lives beside', () => {
  test('is nobody else’s, though the shop itself has a folder in it now', () => {
    const registered = [at(1, '/stary', 'former'), at(1, '/stary/nowy'), at(2, '/inny')];
    expect(namedShop('Numer1', '/stary/panel', registered)).toBe(1);
    expect(namedShop('Numer2', '/stary/panel', registered)).toBeNull();
  });

  test('counts whatever another shop has on another host', () => {
    const former = at(1, '/sklep', 'former');
    const elsewhere = { ...at(2, '/sklep'), host: 'inne-kolo.pl' };
    expect(countingAddresses([former, elsewhere])).toEqual([former, elsewhere]);
  });
});

describe('a page', () => {
  test('is the shop’s own on the host of any address of the shop', () => {
    for (const kind of ADDRESS_KINDS) expect(originStanding(1, [at(1, '/a', kind), at(2, '/b')])).toBe('own');
  });

  test('is another shop’s where only others have an address', () => {
    for (const kind of ADDRESS_KINDS) expect(originStanding(1, [at(2, '', kind)])).toBe('other-shop');
  });

  test('is unknown where nobody has one', () => {
    expect(originStanding(1, [])).toBe('unknown');
  });
});

const anyAddress = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom('', '/a', '/a/b', '/ab', '/b'),
    fc.constantFrom(...ADDRESS_KINDS),
  )
  .map(([shopId, path, kind]) => at(shopId, path, kind));
const anyRegistry = fc.array(anyAddress, { maxLength: 8 });
const anyPath = fc.constantFrom('', '/a', '/a/b/c', '/ab/c', '/b', '/x');

test('whatever the registry: only a shop of that number on that host is named, and its page is its own', () => {
  fc.assert(
    fc.property(anyRegistry, anyPath, fc.integer({ min: 1, max: 5 }), (registered, path, shop) => {
      const named = namedShop(`Numer${shop}`, path, registered);
      const counting = countingAddresses(registered).filter(({ shopId }) => shopId === shop);
      if (named === null) return true;
      return named === shop && counting.length > 0 && originStanding(shop, registered) === 'own';
    }),
  );
});

test('whatever the registry: an address that counts names its shop', () => {
  fc.assert(
    fc.property(anyRegistry, (registered) => {
      for (const { shopId, supportNumber, path } of countingAddresses(registered)) {
        expect(namedShop(supportNumber, path, registered)).toBe(shopId);
      }
    }),
  );
});

test('the order of the registry decides nothing', () => {
  fc.assert(
    fc.property(anyRegistry, anyPath, fc.integer({ min: 1, max: 4 }), (registered, path, shop) => {
      expect(namedShop(`Numer${shop}`, path, registered.toReversed())).toBe(
        namedShop(`Numer${shop}`, path, registered),
      );
    }),
  );
});
