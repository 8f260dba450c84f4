import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importShops } from '../../src/shops/import-shops.ts';
import { listAddresses } from '../../src/shops/list-addresses.ts';
import { changeShopAddress } from '../../src/shops/move-shop.ts';
import { addPanelAddress, endShopAddress } from '../../src/shops/panel-address.ts';
import { recogniseShop, standingOf } from '../../src/shops/recognise-shop.ts';
import { findShopByNumber } from '../../src/store/shops.ts';
import { NOW, sampleShops, temporaryStore } from '../support/service.ts';

const HOSTS = ['a.example', 'b.example', 'c.example'];
const PATHS = ['', '/x', '/x/y', '/z'];
const FIRST = ['a.example', 'b.example/x', 'a.example/x'];

/** An address as a child would write it on a card: whose, of what kind, where, and until when. */
interface Card {
  shop: number;
  kind: 'shop' | 'panel' | 'former';
  host: string;
  path: string;
  until: number;
}

interface Step {
  what: 'panel' | 'move' | 'end' | 'wait';
  shop: number;
  host: string;
  path: string;
  /** which of the shop's addresses, and how many days */
  which: number;
}

const DAY_MS = 86_400_000;

/** The same day and hour of the next year by the calendar on the wall: stories go on for years, one of which has a leap day. */
function aYearAfter(now: number): number {
  const { year, month, day, hour, minute } =
    Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/Warsaw');
  return Temporal.PlainDateTime.from({ year: year + 1, month, day, hour, minute }).toZonedDateTime('Europe/Warsaw')
    .epochMilliseconds;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('panel', 'move', 'end', 'wait'),
  shop: fc.nat({ max: 2 }),
  host: fc.constantFrom(...HOSTS),
  path: fc.constantFrom(...PATHS),
  which: fc.nat({ max: 400 }),
});

const nest = (one: string, other: string) => `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);

/** The cards that count: a former one gives way to another shop that is there now. */
function valid(cards: readonly Card[], now: number): Card[] {
  const live = cards.filter(({ until }) => until > now);
  const isLost = (card: Card) =>
    live.some(
      (other) =>
        other.kind !== 'former' && other.shop !== card.shop && sameHost(card, other) && nest(card.path, other.path),
    );
  return live.filter((card) => card.kind !== 'former' || !isLost(card));
}

const sameHost = (one: Card, other: Card) => one.host === other.host;

/** Whether a shop is named: from the path upwards, the first folder that is somebody's decides. */
function isNamed(cards: readonly Card[], shop: number, host: string, path: string): boolean {
  const there = cards.filter((card) => card.host === host);
  for (let folder = path; ; folder = folder.slice(0, folder.lastIndexOf('/'))) {
    const owners = there.filter((card) => card.path === folder);
    if (owners.length > 0) return owners.some((card) => card.shop === shop);
    if (folder === '') return there.some((card) => card.shop === shop);
  }
}

/** Whether other shops are in the way of an address. */
function isTaken(cards: readonly Card[], { what, shop, host, path }: Step, now: number): boolean {
  const others = cards.filter((card) => card.until > now && card.shop !== shop && card.host === host);
  return others.some(
    ({ kind, path: theirs }) => kind === 'panel' || (kind === 'shop' && (what === 'panel' || theirs === path)),
  );
}

/** What a step makes of the cards, and how it should end. */
function take(cards: Card[], step: Step, now: number): string {
  const { what, shop, host, path } = step;
  const own = cards.filter((card) => card.shop === shop && card.until > now);
  if (isTaken(cards, step, now)) return 'address-taken';
  if (what === 'panel') {
    if (own.some((card) => card.kind !== 'former' && card.host === host)) return 'there';
    cards.push({ shop, kind: 'panel', host, path, until: Number.POSITIVE_INFINITY });
    return 'added';
  }
  const current = own.find(({ kind }) => kind === 'shop');
  if (!current || (current.host === host && current.path === path)) return 'changed';
  current.kind = 'former';
  current.until = aYearAfter(now);
  for (const card of own) if (card.host === host && card.path === path) card.until = now;
  cards.push({ shop, kind: 'shop', host, path, until: Number.POSITIVE_INFINITY });
  return 'changed';
}

test('whatever happens to addresses, shops and pages are known as the cards say', { timeout: 60_000 }, async () => {
  const story = fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 14 }), async (steps) => {
    const temporary = await temporaryStore();
    let now = NOW.epochMilliseconds;
    const at = () => Temporal.Instant.fromEpochMilliseconds(now);
    const deps = { store: temporary.store, now: at };
    const shops = sampleShops().slice(0, 3);
    const records = shops.map((shop, index) => ({ ...shop, installUrl: `https://${FIRST[index]}` }));
    await importShops(temporary.store, records, NOW);
    const ids: number[] = [];
    for (const { supportNumber } of shops) ids.push((await findShopByNumber(temporary.store, supportNumber))?.id ?? 0);
    const cards: Card[] = FIRST.map((url, shop) => ({
      shop,
      kind: 'shop',
      host: url.slice(0, 9),
      path: url.slice(9),
      until: Number.POSITIVE_INFINITY,
    }));

    for (const step of steps) {
      const shop = ids[step.shop] ?? 0;
      const named = { shop, address: `https://www.${step.host}${step.path}/` };
      if (step.what === 'wait') now += step.which * DAY_MS;
      else if (step.what === 'end') {
        const own = cards.filter((card) => card.shop === step.shop && card.until > now);
        const held = await listAddresses(temporary.store, shop, at());
        expect(held).toHaveLength(own.length);
        const wanted = held[step.which % held.length];
        const ended = await endShopAddress(deps, { shop, address: wanted?.id ?? 0 }, 'operator');
        expect(ended.outcome).toBe(wanted?.kind === 'shop' ? 'refused' : 'ended');
        const card = own.find(({ kind, host, path }) => {
          return kind === wanted?.kind && wanted.address.replace(/https:\/\/(www\.)?|\/$/g, '') === host + path;
        });
        if (card && card.kind !== 'shop') card.until = now;
      } else {
        const change = step.what === 'panel' ? addPanelAddress : changeShopAddress;
        const done = await change(deps, named, 'operator');
        expect('code' in done ? done.code : done.outcome).toBe(take(cards, step, now));
      }
    }

    const counting = valid(cards, now);
    for (const [index, { supportNumber }] of shops.entries()) {
      for (const host of HOSTS) {
        const ofHost = counting.filter((card) => card.host === host);
        const standing = ofHost.some(({ shop }) => shop === index)
          ? 'own'
          : ofHost.length > 0
            ? 'other-shop'
            : 'unknown';
        expect(await standingOf(temporary.store, ids[index] ?? 0, `http://www.${host}`, at())).toBe(standing);
        for (const path of PATHS) {
          const identity = { supportNumber: supportNumber.toLowerCase(), installUrl: `htp//${host}${path}` };
          const known = await recogniseShop(temporary.store, identity, at());
          expect([index, host, path, known?.shop.id ?? null]).toEqual([
            index,
            host,
            path,
            isNamed(counting, index, host, path) ? ids[index] : null,
          ]);
        }
      }
    }
    await temporary.discard();
  });
  await fc.assert(story, { numRuns: 40 });
});
