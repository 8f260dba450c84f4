import type { Signal } from '@preact/signals';
import { screen, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draftErrors } from '../../../../../widget/features/ticket-form/models/draft-errors.ts';
import { openWidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { lazyWords, stillPossible } from '../../../../../widget/words/pl/lazy-views.ts';
import { words } from '../../../../../widget/words/pl/panel.ts';
import { missingWords, sendingWords, tooLongInWords } from '../../../../../widget/words/pl/sending.ts';
import { field, fillIn, openDrawer, send, statusKnown } from '../../../../support/widget-drawer.tsx';
import { aDraft, aReceipt, aShopStatus } from '../../../../support/widget-nouns.ts';
import { htmlPage, serveShopStatus, serveTickets } from '../../../../support/widget-service.ts';
import { aPanelPath } from '../../../../support/widget-storage.ts';

const { topics, contacts } = aShopStatus();
const expired = aShopStatus({
  support: { state: 'expired', lastDay: '2026-09-15', daysLeft: 0 },
  topics: topics.filter(({ id }) => id === 'security'),
});

const topicField = () => screen.getByLabelText<HTMLSelectElement>(words.topic);
const topicsToChoose = () => [...topicField().options].map(({ value }) => value);
const chooseTopic = (topic: string) => userEvent.selectOptions(topicField(), topic);

describe('the form', () => {
  test('can be typed in before the service answers, and keeps every letter when it does', async () => {
    const answer = Promise.withResolvers<Response>();
    serveShopStatus(() => answer.promise);
    const model = openDrawer();
    await fillIn({ topic: 'outage' });
    answer.resolve(Response.json(aShopStatus()));
    await statusKnown(model);
    expect(topicsToChoose()).toEqual(['', ...topics.map(({ id }) => id)]);
    const fields = [topicField(), field(words.subject), field(words.description), field(words.email)];
    expect(fields.map(({ value }) => value)).toEqual([
      'outage',
      aDraft().subject,
      aDraft().description,
      aDraft().email,
    ]);
  });

  test('offers the first topics when the service is silent', async () => {
    serveShopStatus(() => htmlPage(403));
    await statusKnown(openDrawer());
    expect(topicsToChoose()).toEqual(['', 'outage', 'other']);
  });

  test('comes back with what was typed on an earlier page', async () => {
    serveShopStatus(aShopStatus());
    const panelPath = aPanelPath();
    await openWidgetStore().change({ store: 'drafts', key: panelPath, value: aDraft({ changedAt: Date.now() }) });
    await statusKnown(openDrawer({ panelPath }));
    expect([topicField().value, field(words.description).value]).toEqual(['configuration', aDraft().description]);
  });

  test('says so where the browser keeps nothing', async () => {
    serveShopStatus(aShopStatus());
    const model = openDrawer();
    expect(screen.queryByText(sendingWords.notDurable)).toBeNull();
    (model.isDurable as Signal<boolean>).value = false;
    expect(await screen.findByText(sendingWords.notDurable)).toBeTruthy();
    await statusKnown(model);
  });

  test('names who gets the data, with a link', async () => {
    serveShopStatus(aShopStatus());
    await statusKnown(openDrawer());
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: sendingWords.privacyLink }).href).toBe(contacts.privacy);
  });
});

test('a covered topic may have a note, which is no warning, and a page that it speaks of (C3)', async () => {
  const { topics, ...status } = aShopStatus();
  const link = 'https://shopgold.example/konto';
  const updates = {
    id: 'updates',
    label: 'Aktualizacje',
    covered: true,
    rule: 'C3',
    note: 'Są na koncie.',
    promised: true,
    link,
  } as const;
  serveShopStatus({ ...status, topics: [...topics, updates] });
  await statusKnown(openDrawer());
  await fillIn({ topic: 'updates' });
  const note = screen.getByText('Są na koncie.');
  expect(note.className).toBe('notice');
  expect(note.textContent).not.toContain(words.outside);
  expect(within(note).getByRole<HTMLAnchorElement>('link').href).toBe(link);
});

describe('a topic outside support', () => {
  test('shows its rule, kindly, and can be sent all the same', async () => {
    serveShopStatus(aShopStatus());
    const tickets = serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await fillIn({ topic: 'N8' });
    expect(screen.getByText('Pomoc nie obejmuje sprawdzania plików.').textContent).toContain('Poza zakresem pomocy');
    await send();
    await expect.poll(() => tickets.length).toBe(1);
    expect(JSON.parse(tickets[0]?.body ?? '')).toMatchObject({ topic: 'N8' });
    expect(await screen.findByText(aReceipt().number)).toBeTruthy();
  });

  test('stands in a group of its own', async () => {
    serveShopStatus(aShopStatus());
    await statusKnown(openDrawer());
    const outside = within(screen.getByRole('group', { name: words.outside }));
    expect(outside.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Sprawdzenie pliku CSV']);
  });
});

describe('what is missing', () => {
  const REQUIRED = [
    [words.topic, missingWords.topicMissing],
    [words.subject, missingWords.subjectMissing],
    [words.description, missingWords.descriptionMissing],
    [words.email, missingWords.emailMissing],
  ] as const;

  test('is told beside each field, and nothing is sent', async () => {
    serveShopStatus(aShopStatus());
    const tickets = serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await send();
    await expect.poll(() => document.activeElement).toBe(topicField());
    for (const [label, message] of REQUIRED) {
      const control = screen.getByLabelText(label);
      const role = label === words.topic ? 'combobox' : 'textbox';
      expect(screen.getByRole(role, { name: label, description: RegExp(message) })).toBe(control);
      expect(control.ariaInvalid).toBe('true');
    }
    expect(tickets).toEqual([]);
  });

  test('gets the focus, the first of several', async () => {
    serveShopStatus(aShopStatus());
    await statusKnown(openDrawer());
    await fillIn({ subject: 'ab', email: 'biuro' });
    await send();
    await expect.poll(() => document.activeElement).toBe(field(words.subject));
    expect(field(words.description).ariaInvalid).toBeNull();
    expect(field(words.email).ariaInvalid).toBe('true');
  });

  test('is no longer told once it is corrected, field by field', async () => {
    serveShopStatus(aShopStatus());
    await statusKnown(openDrawer());
    await send();
    await expect.poll(() => field(words.email).ariaInvalid).toBe('true');
    await userEvent.fill(field(words.subject), 'T');
    await expect.poll(() => field(words.subject).ariaInvalid).toBeNull();
    expect(screen.queryByText(missingWords.subjectMissing)).toBeNull();
    expect(screen.getByText(missingWords.emailMissing)).toBeTruthy();
  });
});

describe('a text that is longer than the service takes', () => {
  const FIELDS = [
    [words.subject, 200],
    [words.description, 20_000],
    [words.email, 254],
  ] as const;

  test.each(FIELDS)('stays whole in the field „%s”, which tells at once how much is too much', async (label, most) => {
    serveShopStatus(aShopStatus());
    await statusKnown(openDrawer());
    const text = `${'x'.repeat(most - 9)}NA@KONCU.PL`;
    await userEvent.fill(field(label), text);
    expect(field(label).value).toBe(text);
    await expect.poll(() => document.body.textContent).toContain(tooLongInWords(most, 2));
    await userEvent.fill(field(label), text.slice(2));
    await expect.poll(() => field(label).ariaInvalid).toBeNull();
  });

  test('is not sent, also when it came from an earlier page, and gets the focus', async () => {
    serveShopStatus(aShopStatus());
    const tickets = serveTickets(aReceipt());
    const panelPath = aPanelPath();
    const value = aDraft({ description: 'x'.repeat(20_001), changedAt: Date.now() });
    await openWidgetStore().change({ store: 'drafts', key: panelPath, value });
    await statusKnown(openDrawer({ panelPath }));
    await send();
    await expect.poll(() => document.activeElement).toBe(field(words.description));
    expect(document.body.textContent).toContain(tooLongInWords(20_000, 1));
    expect([field(words.description).value.length, tickets]).toEqual([20_001, []]);
  });

  test('of a telephone counts only where it is sent', () => {
    const phone = '1'.repeat(41);
    const outage = aDraft({ topic: 'outage', facts: ['shop-down'], phone });
    expect(Object.keys(draftErrors(outage))).toEqual(['phone']);
    expect(draftErrors({ ...outage, topic: 'other' })).toEqual({});
  });
});

describe('a shop whose support turns out to be over', () => {
  test('keeps every letter, is told what it can do, and chooses among what is open', async () => {
    const answer = Promise.withResolvers<Response>();
    serveShopStatus(() => answer.promise);
    const tickets = serveTickets(aReceipt());
    const model = openDrawer();
    await fillIn({ topic: 'outage' });
    answer.resolve(Response.json(expired));
    await statusKnown(model);
    expect(screen.getByText(stillPossible.expired ?? '')).toBeTruthy();
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: lazyWords.renewal }).href).toBe(contacts.renewal);
    expect(topicsToChoose()).toEqual(['', 'security']);
    expect(field(words.description).value).toBe(aDraft().description);
    await send();
    await expect.poll(() => topicField().ariaInvalid).toBe('true');
    expect(tickets).toEqual([]);
    await chooseTopic('security');
    await send();
    expect(await screen.findByText(aReceipt().number)).toBeTruthy();
  });

  test('waits for the answer before anything is sent', async () => {
    const answer = Promise.withResolvers<Response>();
    serveShopStatus(() => answer.promise);
    const tickets = serveTickets(aReceipt());
    const model = openDrawer();
    await fillIn({ topic: 'outage' });
    await send();
    const waiting = await screen.findByRole('button', { name: words.asking });
    expect(waiting.ariaDisabled).toBe('true');
    await userEvent.click(waiting, { force: true });
    answer.resolve(Response.json(expired));
    await statusKnown(model);
    await expect.poll(() => topicField().ariaInvalid).toBe('true');
    expect(tickets).toEqual([]);
  });
});
