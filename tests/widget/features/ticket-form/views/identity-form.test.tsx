import { screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { lazyWords } from '../../../../../widget/words/pl/lazy-views.ts';
import { bind, formWords } from '../../../../../widget/words/pl/panel.ts';
import { sendingWords } from '../../../../../widget/words/pl/sending.ts';
import { field, openDrawer, statusKnown } from '../../../../support/widget-drawer.tsx';
import { aShopStatus, ZURAW } from '../../../../support/widget-nouns.ts';
import { type Asked, serveShopStatus } from '../../../../support/widget-service.ts';

let asked: Asked[];
beforeEach(() => {
  asked = serveShopStatus(aShopStatus());
});

const errorOf = (label: string, message: string) =>
  screen.queryByRole('textbox', { name: label, description: RegExp(message) });

describe('a shop that the page did not tell', () => {
  test('is asked for, and the form says where the number stands', async () => {
    openDrawer({ facts: {} });
    await screen.findByText(lazyWords.identityTitle);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(lazyWords.identityTitle);
    const number = screen.getByRole('textbox', { description: bind(lazyWords.supportNumberHint) });
    expect(number).toBe(field(sendingWords.supportNumber));
    expect(screen.queryByLabelText(formWords.description)).toBeNull();
  });

  test('is asked for with what is known filled in', async () => {
    openDrawer({ facts: { installUrl: ZURAW.installUrl } });
    await screen.findByText(lazyWords.identityTitle);
    expect([field(sendingWords.supportNumber).value, field(sendingWords.installUrl).value]).toEqual([
      '',
      ZURAW.installUrl,
    ]);
  });

  test('goes on by Enter: the form is there, and the service is asked', async () => {
    const model = openDrawer({ facts: { shopVersion: '10.4.2' } });
    await screen.findByText(lazyWords.identityTitle);
    await userEvent.fill(field(sendingWords.supportNumber), ZURAW.supportNumber);
    await userEvent.fill(field(sendingWords.installUrl), ZURAW.installUrl);
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByLabelText(formWords.description)).toBeTruthy();
    await statusKnown(model);
    expect(asked.map(({ body }) => JSON.parse(body))).toEqual([{ ...ZURAW, shopVersion: '10.4.2' }]);
  });

  test('is taken as copied, without the spaces that come along, its letters kept', async () => {
    const model = openDrawer({ facts: {} });
    await screen.findByText(lazyWords.identityTitle);
    await userEvent.fill(field(sendingWords.supportNumber), '\u00a0 7KcW\u200bt9Ru ');
    await userEvent.fill(field(sendingWords.installUrl), ' www.ksiegarnia-zuraw.pl\u00a0');
    await userEvent.click(screen.getByRole('button', { name: lazyWords.goOn }));
    expect(model.shop.identity.value).toEqual({ supportNumber: '7KcWt9Ru', installUrl: 'www.ksiegarnia-zuraw.pl' });
    await statusKnown(model);
  });
});

describe('what cannot be', () => {
  test.each(['', '123', 'za duży!', 'A'.repeat(33), 'żółć1234'])('a number is told beside it: %j', async (typed) => {
    const model = openDrawer({ facts: { installUrl: ZURAW.installUrl } });
    await screen.findByText(lazyWords.identityTitle);
    await userEvent.fill(field(sendingWords.supportNumber), typed);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => errorOf(sendingWords.supportNumber, lazyWords.supportNumberWrong)).toBeTruthy();
    const number = field(sendingWords.supportNumber);
    expect([number.value, number.ariaInvalid]).toEqual([typed, 'true']);
    await expect.poll(() => document.activeElement).toBe(number);
    expect([model.shop.identity.value, asked]).toEqual([null, []]);
  });

  test.each(['', 'sklep', 'biuro@sklep.pl', 'localhost'])('an address is told beside it: %j', async (typed) => {
    const model = openDrawer({ facts: { supportNumber: ZURAW.supportNumber } });
    await screen.findByText(lazyWords.identityTitle);
    await userEvent.fill(field(sendingWords.installUrl), typed);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => errorOf(sendingWords.installUrl, lazyWords.installUrlWrong)).toBeTruthy();
    const address = field(sendingWords.installUrl);
    expect([address.value, address.ariaInvalid]).toEqual([typed, 'true']);
    await expect.poll(() => document.activeElement).toBe(address);
    expect([model.shop.identity.value, asked]).toEqual([null, []]);
  });

  test('corrected it goes on', async () => {
    const model = openDrawer({ facts: { installUrl: ZURAW.installUrl } });
    await screen.findByText(lazyWords.identityTitle);
    await userEvent.fill(field(sendingWords.supportNumber), '123');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => field(sendingWords.supportNumber).ariaInvalid).toBe('true');
    await userEvent.fill(field(sendingWords.supportNumber), ZURAW.supportNumber);
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByLabelText(formWords.description)).toBeTruthy();
    await statusKnown(model);
  });
});

test('a shop that is not recognised can be corrected, and the text stays', async () => {
  const unrecognised = aShopStatus({ support: { state: 'unrecognised', lastDay: null, daysLeft: null }, topics: [] });
  asked = serveShopStatus(({ body }) =>
    Response.json(JSON.parse(body).supportNumber === 'Pomylka1' ? unrecognised : aShopStatus()),
  );
  const model = openDrawer({ facts: { ...ZURAW, supportNumber: 'Pomylka1' } });
  await userEvent.fill(field(formWords.description), 'Długi opis');
  await userEvent.click(await screen.findByRole('button', { name: lazyWords.correct }));
  expect((await screen.findByLabelText<HTMLInputElement>(sendingWords.supportNumber)).value).toBe('Pomylka1');
  await userEvent.fill(field(sendingWords.supportNumber), ZURAW.supportNumber);
  await userEvent.keyboard('{Enter}');
  await statusKnown(model);
  expect(field(formWords.description).value).toBe('Długi opis');
  expect(asked).toHaveLength(2);
});
