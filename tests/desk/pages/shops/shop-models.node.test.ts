import { beforeEach, describe, expect, test } from 'vitest';
import type { DeskAnswer } from '../../../../desk/client/desk-http.ts';
import { AddressesModel } from '../../../../desk/pages/shops/addresses-model.ts';
import { PackageModel } from '../../../../desk/pages/shops/package-model.ts';
import { ShopListModel } from '../../../../desk/pages/shops/shop-list-model.ts';
import { ShopModel } from '../../../../desk/pages/shops/shop-model.ts';
import type { ShopsClient } from '../../../../desk/pages/shops/shops-client.ts';
import type { PackagePreview } from '../../../../src/contract/desk/change-shop.ts';
import type { DeskShop } from '../../../../src/contract/desk/read-shop.ts';
import { ok, refused, SILENCE } from '../../../support/http-answers.ts';
import { aShop, NO_TERMS } from '../a-shop.ts';

const COVERS = {
  purchasedOn: '2026-11-22',
  months: 3,
  from: '2027-03-15',
  lastDay: '2027-06-14',
  counted: { start: '2026-09-14', months: 9 },
};
const PREVIEW: PackagePreview = { covers: COVERS, lastDayBefore: '2027-03-14', lastDay: '2027-06-14' };

let keys: string[];
let added: object[];
beforeEach(() => {
  keys = [];
  added = [];
});

function aPackage(answers: DeskAnswer<{ lastDay: string }>[] = [ok({ lastDay: '2027-06-14' })]) {
  let looks = 0;
  const bought = new PackageModel({
    id: '1',
    today: '2026-11-22',
    client: {
      preview: async (_, { months }) => (months === 36 ? refused('invalid-request') : ok(PREVIEW)),
      addPackage: async (_, key, wanted) => {
        keys.push(key);
        added.push(wanted);
        return (answers.length > 1 ? answers.shift() : answers[0]) ?? SILENCE;
      },
    },
    onAdded: async () => {
      looks += 1;
    },
  });
  return { bought, looks: () => looks };
}

describe('a package', () => {
  test('is added only once its new last day was shown', async () => {
    const { bought, looks } = aPackage();
    await bought.add();
    expect(added).toEqual([]);
    await bought.refresh();
    expect(bought.preview.value?.lastDay).toBe('2027-06-14');
    await bought.add();
    expect([added, bought.added.value, looks()]).toEqual([[{ months: 3, purchasedOn: '2026-11-22' }], '2027-06-14', 1]);
  });

  test('is not added again by another press', async () => {
    const { bought } = aPackage();
    await bought.refresh();
    await bought.add();
    await bought.add();
    expect(added).toHaveLength(1);
    bought.again();
    await bought.add();
    expect(added).toHaveLength(2);
    expect(keys[1]).not.toBe(keys[0]);
  });

  test('that nobody answered goes again under the same key', async () => {
    const { bought } = aPackage([SILENCE, ok({ lastDay: '2027-06-14' })]);
    await bought.refresh();
    await bought.add();
    expect(bought.failure.value).toBe('unanswered');
    await bought.add();
    expect(keys[1]).toBe(keys[0]);
  });

  test.each(['0', '37', '1.5', '', 'x'])('of %s months is none', async (months) => {
    const { bought } = aPackage();
    await bought.edit({ months });
    expect([bought.failure.value, bought.preview.value]).toEqual(['invalid-request', null]);
  });

  test('that the service would refuse says so, and is not sent', async () => {
    const { bought } = aPackage();
    await bought.edit({ months: '36' });
    expect(bought.failure.value).toBe('invalid-request');
    await bought.add();
    expect(added).toEqual([]);
  });
});

describe('an address', () => {
  function addresses(answers: DeskAnswer<null>[] = [ok(null)]) {
    const calls: unknown[][] = [];
    let looks = 0;
    const answer =
      (name: string) =>
      async (...called: unknown[]) => {
        calls.push([name, ...called]);
        return answers.shift() ?? SILENCE;
      };
    const model = new AddressesModel({
      id: '1',
      client: { addAddress: answer('add'), changeAddress: answer('change'), endAddress: answer('end') },
      onChanged: async () => {
        looks += 1;
      },
    });
    return { model, calls, looks: () => looks };
  }

  test('becomes a panel’s, or the shop’s own where an admin says so, and the field is empty again', async () => {
    const { model, calls, looks } = addresses([ok(null), ok(null)]);
    model.typed.value = ' panel.zuraw.pl ';
    await model.add();
    model.typed.value = 'zuraw.com';
    model.use.value = 'shop';
    await model.add();
    expect(calls).toEqual([
      ['add', '1', 'panel.zuraw.pl'],
      ['change', '1', 'zuraw.com'],
    ]);
    expect([model.typed.value, model.failure.value, looks()]).toEqual(['', null, 2]);
  });

  test.each([
    [SILENCE, { kind: 'unanswered' }],
    [refused('address-taken', { shop: { id: 2, name: 'Rowery' } }), { kind: 'taken', shop: 'Rowery' }],
    [refused('invalid-request', { errors: [{ path: 'address', code: 'not-allowed' }] }), { kind: 'private' }],
    [refused('invalid-request', { errors: [{ path: 'address', code: 'wrong-format' }] }), { kind: 'no-address' }],
    [refused('not-found'), { kind: 'refused' }],
  ])('that is not taken stays in its field, with the reason: %j', async (answer, failure) => {
    const { model } = addresses([answer as DeskAnswer<null>]);
    model.typed.value = 'zuraw.com';
    await model.add();
    expect([model.typed.value, model.failure.value]).toEqual(['zuraw.com', failure]);
  });

  test('without a text is asked for, and nothing is sent', async () => {
    const { model, calls } = addresses();
    model.typed.value = ' ';
    await model.add();
    expect([model.failure.value, calls]).toEqual([{ kind: 'no-address' }, []]);
  });

  test('ends once that is confirmed', async () => {
    const { model, calls } = addresses();
    model.asking.value = 7;
    await model.end(7);
    expect([calls, model.asking.value]).toEqual([[['end', '1', 7]], null]);
  });
});

describe('a shop', () => {
  const read: DeskShop = {
    shop: {
      ...aShop(),
      purchasedOn: '2026-09-14',
      supportMonths: 6,
      boughtDirectly: true,
      terms: NO_TERMS,
      revision: 4,
    },
    history: [],
    tickets: [],
    coverage: [],
    addresses: [],
    signature: 'optional',
    secrets: [],
  };
  function aShopModel(otherwise: Partial<ShopsClient> = {}) {
    const client = {
      read: async () => ok(read),
      makeSecret: async () => ok({ kid: 'k_1', secret: 's'.repeat(43) }),
      revokeSecret: async () => ok(null),
      ...otherwise,
    } as unknown as ShopsClient;
    return new ShopModel({ id: '1', client, today: '2026-11-22' });
  }

  test('shows a new secret until it is put away, and keeps it nowhere', async () => {
    const model = aShopModel();
    await model.makeSecret();
    expect(model.made.value?.kid).toBe('k_1');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('sss');
    model.putAway();
    expect(model.made.value).toBeNull();
  });

  test('says of a secret that nobody answered for what is true of it, and reads anew which there are', async () => {
    let looks = 0;
    const model = aShopModel({
      makeSecret: async () => SILENCE,
      read: async () => {
        looks += 1;
        return ok(read);
      },
    });
    await model.makeSecret();
    expect([model.failure.value, model.made.value, looks]).toEqual(['secret-unanswered', null, 1]);
  });

  test('shows no secret that was revoked', async () => {
    const model = aShopModel();
    await model.makeSecret();
    await model.revokeSecret('k_1');
    expect(model.made.value).toBeNull();
  });

  test('that does not exist is gone; a change that nobody answered says so', async () => {
    const gone = aShopModel({ read: async () => refused('not-found') });
    await gone.refresh();
    expect(gone.state.value).toBe('gone');
    const silent = aShopModel({ setLicence: async () => SILENCE });
    await silent.setLicence('breached');
    expect(silent.failure.value).toBe('unanswered');
  });
});

test('the list shows the answer to what was asked last, and goes on behind its last page', async () => {
  const first = Promise.withResolvers<void>();
  const list = new ShopListModel({
    list: async (asked, cursor) => {
      if (asked === 'a') await first.promise;
      const id = cursor === null ? 1 : 2;
      return ok({ shops: [aShop({ id, name: asked })], next: cursor === null ? '1' : null });
    },
  });
  const slow = list.ask('a');
  await list.ask('ab');
  first.resolve();
  await slow;
  expect(list.shops.value.map(({ name }) => name)).toEqual(['ab']);
  await list.more();
  expect([list.shops.value.map(({ id }) => id), list.next.value]).toEqual([[1, 2], null]);
  await list.more();
  expect(list.shops.value).toHaveLength(2);
});
