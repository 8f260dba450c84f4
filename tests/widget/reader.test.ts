import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ShopStatus } from '../../src/contract/shops/shop-status.ts';
import type { EmbedConfig } from '../../widget/host-page/embed-config.ts';
import { recallShop, rememberShop } from '../../widget/host-page/known-shop.ts';
import { ownFacts } from '../../widget/host-page/reader/own-facts.ts';
import { learnShop, readOwnFacts } from '../../widget/reader.ts';
import { aShopStatus, ROWERY, ZURAW } from '../support/widget-nouns.ts';
import { onPage } from '../support/widget-page.ts';
import { API, type Asked, noNetwork, serveShopStatus } from '../support/widget-service.ts';

const UNRECOGNISED = aShopStatus({
  support: { state: 'unrecognised', lastDay: null, daysLeft: null },
  origin: 'unknown',
  shop: null,
});

let page = 0;
/** A page of a panel that no other test has: what was asked of one is not asked again. */
let at: { origin: string; pathname: string };
beforeEach(() => {
  sessionStorage.clear();
  page += 1;
  at = { origin: 'https://ksiegarnia-zuraw.pl', pathname: `/zarzadzanie-${page}/index.php` };
});

const own = () => ({ supportNumber: '7KcWt9Ru', installUrl: `${at.origin}/zarzadzanie-${page}/` });
const questions = (asked: Asked[]) => asked.map(({ body }) => JSON.parse(body));
const learn = async (otherwise: Partial<EmbedConfig> = {}) => {
  const config: EmbedConfig = { api: API, email: '', facts: {}, panelPath: '/', launcher: 'auto', ...otherwise };
  await learnShop(config, recallShop, at);
  return config;
};

describe('a page’s facts', () => {
  const place = { origin: 'https://panel.sklep.pl:8443', pathname: '/a/b.php' };
  test.each([
    ['https://panel.sklep.pl:8443', true],
    ['HTTP://WWW.Panel.Sklep.pl:8443/inny', true],
    ['panel.sklep.pl.:8443', true],
    ['https://panel.sklep.pl', false],
    ['https://panel.sklep.pl:8443@zly.pl', false],
    ['https://sklep.pl:8443', false],
    ['javascript:alert(1)', false],
    ['///', false],
  ])('with the address %s may count: %s', (installUrl, counts) => {
    const facts = { supportNumber: '7KcWt9Ru', installUrl };
    expect(ownFacts(facts, place)).toEqual(counts ? facts : {});
  });

  test('of another host are not told to the developer either', async () => {
    onPage('<p>Numer pomocy technicznej: 4fMqZ8xB<br>Adres sklepu: http://rowery-kolo.pl/sklep</p>');
    expect(await readOwnFacts(at)).toEqual({});
  });
});

test('what the service recognises at the page’s own address is remembered for its panel, and told', async () => {
  onPage(`<p>Numer pomocy technicznej: 7KcWt9Ru</p><p>Adres sklepu: ${at.origin}</p><p>Wersja sklepu: 10.4.2</p>`);
  const asked = serveShopStatus(aShopStatus());
  const config = await learn();
  expect(questions(asked)).toEqual([own()]);
  const { facts, standing, panelPath } = recallShop(at.pathname);
  expect({ facts, standing }).toEqual({ facts: { ...own(), shopVersion: '10.4.2' }, standing: 'recognised' });
  expect(config).toMatchObject({ facts, standing, panelPath });
});

test('without an address they go with the page’s own, and without a number nobody is asked', async () => {
  const asked = serveShopStatus(aShopStatus());
  onPage(`<p>Adres sklepu: ${at.origin}</p>`);
  await learn();
  expect(asked).toEqual([]);
  onPage('<p>Numer pomocy technicznej: 7KcWt9Ru</p>');
  await learn();
  expect(questions(asked)).toEqual([own()]);
});

test('a panel that is at work already keeps its directory, and hears of the shop', async () => {
  onPage('<p>Numer pomocy technicznej: 7KcWt9Ru</p>');
  serveShopStatus(aShopStatus());
  const onLearned = vi.fn();
  expect(await learn({ onLearned })).toMatchObject({ panelPath: '/', standing: 'recognised' });
  expect(onLearned).toHaveBeenCalledTimes(1);
});

describe('nothing is remembered', () => {
  test.each<[string, () => Response | ShopStatus]>([
    ['of a pair that is not recognised', () => UNRECOGNISED],
    ['of a page that is another shop’s', () => aShopStatus({ origin: 'other-shop' })],
    ['without an answer', noNetwork],
    ['of an answer that is not the service’s', () => Response.json({ support: {} })],
    ['of a refusal', () => new Response('', { status: 429 })],
  ])('%s', async (_what, answer) => {
    onPage('<p>Numer pomocy technicznej: 7KcWt9Ru</p>');
    serveShopStatus(() => {
      const given = answer();
      return given instanceof Response ? given : Response.json(given);
    });
    const config = await learn();
    expect([config.standing, config.isLearning, localStorage.length]).toEqual([undefined, false, 0]);
  });

  test('of a comment, about which nobody is asked', async () => {
    onPage('<p>Numer pomocy technicznej: 4fMqZ8xB<br>Adres sklepu: http://rowery-kolo.pl/sklep</p>');
    const asked = serveShopStatus(aShopStatus());
    await learn();
    expect([asked.length, localStorage.length]).toEqual([0, 0]);
  });
});

test('a pair that was refused is not asked about again in this tab, and after five no other is', async () => {
  const asked = serveShopStatus(UNRECOGNISED);
  for (let index = 1; index < 9; index += 1) {
    document.body.replaceChildren();
    onPage(`<p>Numer pomocy technicznej: Obcy000${index}</p>`);
    await learn();
    await learn();
  }
  expect(asked).toHaveLength(5);
});

describe('what is lost', () => {
  test('gives way to what the page says and the service recognises', async () => {
    rememberShop('/', ROWERY, 'lost');
    onPage('<p>Numer pomocy technicznej: 7KcWt9Ru</p>');
    serveShopStatus(aShopStatus());
    await learn();
    expect(recallShop('/inna.php')).toMatchObject({ facts: own(), standing: 'recognised' });
  });

  test('stays where the page says nothing', async () => {
    rememberShop('/', ROWERY, 'lost');
    await learn();
    expect(recallShop(at.pathname)).toMatchObject({ facts: ROWERY, standing: 'lost' });
  });
});

// Letter by letter what releases before standings wrote.
describe('what an earlier release kept', () => {
  const directory = () => `/zarzadzanie-${page}/`;
  const keep = (lines: string) => {
    localStorage.setItem(`pomoc.facts${directory()}`, lines);
    return { unchecked: recallShop(at.pathname).unchecked };
  };

  test('counts once the service has recognised it', async () => {
    const asked = serveShopStatus(aShopStatus());
    const config = await learn(keep(`7KcWt9Ru\n${at.origin}\n10.4.2`));
    expect(questions(asked)).toEqual([own()]);
    expect(config).toMatchObject({ standing: 'recognised', facts: { ...own(), shopVersion: '10.4.2' } });
  });

  test.each([
    ['of another host', `${ROWERY.supportNumber}\n${ROWERY.installUrl}\n`],
    ['that is not recognised', `7KcWt9Ru\n${ZURAW.installUrl}\n`],
  ])('%s goes, and its directory stays', async (_what, lines) => {
    serveShopStatus(UNRECOGNISED);
    await learn(keep(lines));
    expect(localStorage.getItem(`pomoc.facts${directory()}`)).toBe('');
    expect(recallShop(at.pathname).panelPath).toBe(directory());
  });

  test('waits for the next page where nobody answers', async () => {
    serveShopStatus(noNetwork);
    await learn(keep(`7KcWt9Ru\n${at.origin}\n`));
    const facts = { supportNumber: '7KcWt9Ru', installUrl: at.origin, shopVersion: '' };
    expect(recallShop(at.pathname).unchecked).toEqual([[directory(), facts]]);
  });
});
