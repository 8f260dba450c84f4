import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AddressChange, shopAddressesCommand } from '../../src/commands/shop-addresses.ts';
import { shopSignatureCommand } from '../../src/commands/shop-signature.ts';
import { findShopByNumber } from '../../src/store/shops.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { EXPIRED, ROWERY, ZURAW } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

async function addresses(change: AddressChange = {}, supportNumber = ZURAW.supportNumber) {
  const terminal = collectingTerminal();
  const code = await shopAddressesCommand(api.store, terminal, supportNumber, change);
  return { code, lines: terminal.lines, errors: terminal.errors };
}

test('the addresses of a shop are listed, moved and ended', async () => {
  expect(await addresses({ add: 'https://panel.example' })).toMatchObject({ code: 0, lines: ['Zapisano.'] });
  expect(await addresses({ move: 'https://zuraw.pl' })).toMatchObject({ code: 0 });
  expect((await addresses()).lines.map((line) => line.split(/ {2,}/))).toEqual([
    ['RODZAJ', 'ADRES', 'OD', 'DO'],
    ['sklep', 'https://zuraw.pl', '2026-11-22T09:00:00Z'],
    ['panel', 'https://panel.example', '2026-11-22T09:00:00Z'],
    ['dawny', 'https://www.ksiegarnia-zuraw.pl', '2026-11-22T09:00:00Z', '2027-11-22T09:00:00Z'],
  ]);
  expect(await addresses({ end: 'http://www.panel.example/' })).toMatchObject({ code: 0 });
  expect(await addresses({ end: 'ksiegarnia-zuraw.pl' })).toMatchObject({ code: 0 });
  expect((await addresses()).lines).toHaveLength(2);
});

test('what cannot be is told in words, and returns 1', async () => {
  const refused: [AddressChange, string][] = [
    [{ add: ROWERY.installUrl }, 'Ten adres ma już sklep Rowery Koło.'],
    [{ move: EXPIRED.installUrl }, 'Ten adres ma już sklep Dawny Sklep.'],
    [{ add: 'http://localhost:8080' }, 'Taki adres zna tylko jeden komputer lub sieć.'],
    [{ move: 'to nie adres' }, 'To nie jest adres strony.'],
    [{ end: ZURAW.installUrl }, 'To bieżący adres sklepu: nie da się go zakończyć, tylko zmienić (--move).'],
    [{ end: 'https://inny.example' }, 'Sklep 7KcWt9Ru nie ma adresu „https://inny.example”.'],
  ];
  for (const [change, words] of refused)
    expect(await addresses(change)).toEqual({ code: 1, lines: [], errors: [words] });
  expect(await addresses({}, 'NieMaGo1')).toMatchObject({ code: 1, errors: ['Nie ma sklepu o numerze NieMaGo1.'] });
});

test('a former address says when another shop has it', async () => {
  await addresses({ move: 'https://zuraw.pl' });
  await addresses({ add: ZURAW.installUrl }, ROWERY.supportNumber);
  expect((await addresses()).lines.at(-1)).toContain('ma go teraz inny sklep');
});

test('signatures are required and required no more', async () => {
  const terminal = collectingTerminal();
  const required = async () => (await findShopByNumber(api.store, ZURAW.supportNumber))?.signature;
  expect(await shopSignatureCommand(api.store, terminal, ZURAW.supportNumber, 'required')).toBe(0);
  expect(await required()).toBe('required');
  expect(await shopSignatureCommand(api.store, terminal, ZURAW.supportNumber, 'optional')).toBe(0);
  expect(await required()).toBe('optional');
  expect(terminal.lines[0]).toBe('Zgłoszenia sklepu 7KcWt9Ru wymagają podpisu jego panelu.');
  expect(await shopSignatureCommand(api.store, terminal, 'NieMaGo1', 'required')).toBe(1);
});
