import type { Signal } from '@preact/signals';
import { screen, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draftErrors } from '../../../../../widget/features/ticket-form/models/draft-errors.ts';
import { openWidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { lazyWords, stillPossible } from '../../../../../widget/words/pl/lazy-views.ts';
import { formWords, words } from '../../../../../widget/words/pl/panel.ts';
import { missingWords, sendingWords, sentWords, tooLongInWords } from '../../../../../widget/words/pl/sending.ts';
import {
  chooseTopic,
  field,
  fillIn,
  openDrawer,
  send,
  statusKnown,
  topicsToChoose,
} from '../../../../support/widget-drawer.tsx';
import { aDraft, aReceipt, aShopStatus, ZURAW } from '../../../../support/widget-nouns.ts';
import { htmlPage, serveShopStatus, serveTickets } from '../../../../support/widget-service.ts';
import { aPanelPath } from '../../../../support/widget-storage.ts';

const { topics, contacts } = aShopStatus();
const expired = aShopStatus({
  support: { state: 'expired', lastDay: '2026-09-15', daysLeft: 0 },
  topics: topics.filter(({ id }) => id === 'security'),
});

const changeTopic = async () => userEvent.click(await screen.findByRole('button', { name: lazyWords.change }));
/** The topics, and whether nothing fits. */
const topicList = () => screen.getByRole('radiogroup', { name: sendingWords.topic });

describe('the form', () => {
  test('can be typed in before the service answers, and keeps every letter when it does', async () => {
    const answer = Promise.withResolvers<Response>();
    serveShopStatus(() => answer.promise);
    const model = openDrawer();
    await fillIn({ topic: 'outage' });
    answer.resolve(Response.json(aShopStatus()));
    await statusKnown(model);
    expect(topicsToChoose()).toEqual(topics.map(({ id }) => id));
    expect(screen.getByRole<HTMLInputElement>('radio', { checked: true }).value).toBe('outage');
    const fields = [field(sendingWords.subject), field(formWords.description), field(words.email)];
    expect(fields.map(({ value }) => value)).toEqual([aDraft().subject, aDraft().description, aDraft().email]);
  });

  test('offers the first topics when the service is silent', async () => {
    serveShopStatus(() => htmlPage(403));
    await statusKnown(openDrawer());
    await userEvent.fill(field(formWords.description), 'Coś nie działa');
    await changeTopic();
    expect(topicsToChoose()).toEqual(['outage', 'other']);
  });

  test('comes back with what was typed on an earlier page', async () => {
    serveShopStatus(aShopStatus());
    const panelPath = aPanelPath();
    await openWidgetStore().change({ store: 'drafts', key: panelPath, value: aDraft({ changedAt: Date.now() }) });
    await statusKnown(openDrawer({ panelPath }));
    expect(await screen.findByText('Konfiguracja i opcje sklepu')).toBeTruthy();
    expect(field(formWords.description).value).toBe(aDraft().description);
  });

  test.each([
    ['by the name it had', 'Konfiguracja i opcje sklepu'],
    ['in an older draft without its name', undefined],
  ])('shows the topic of an earlier page while the service is away, %s', async (_, topicLabel) => {
    serveShopStatus(() => htmlPage(403));
    const panelPath = aPanelPath();
    const value = aDraft({ topicLabel, changedAt: Date.now() });
    await openWidgetStore().change({ store: 'drafts', key: panelPath, value });
    const panel = openDrawer({ panelPath });
    expect(await screen.findByText(topicLabel ?? lazyWords.topicKept)).toBeTruthy();
    await statusKnown(panel);
    expect(screen.queryByRole('radiogroup')).toBeNull();
    expect(panel.draft.value.topic).toBe('configuration');
  });

  test('stands in the order of a thought: what happens, its files, then title, topic and address', async () => {
    serveShopStatus(aShopStatus());
    await statusKnown(openDrawer());
    await userEvent.fill(field(formWords.description), aDraft().description);
    await screen.findByLabelText(sendingWords.subject);
    const order = [...document.querySelectorAll<HTMLElement>('textarea,form button,form input')].map(
      (one) => (one as HTMLInputElement).labels?.[0]?.textContent ?? one.textContent,
    );
    const { file } = sendingWords.attach;
    expect(order.filter((name) => name !== sendingWords.attach.screen && name !== sendingWords.attach.facts)).toEqual([
      formWords.description,
      file,
      sendingWords.subject,
      lazyWords.change,
      words.email,
      formWords.send,
      lazyWords.rules,
    ]);
  });

  test('says so where the browser keeps nothing', async () => {
    serveShopStatus(aShopStatus());
    const model = openDrawer();
    expect(screen.queryByText(sentWords.notDurable)).toBeNull();
    (model.isDurable as Signal<boolean>).value = false;
    expect(await screen.findByText(sentWords.notDurable)).toBeTruthy();
    await statusKnown(model);
  });

  test('names who gets the data, with a link', async () => {
    serveShopStatus(aShopStatus());
    await statusKnown(openDrawer());
    await userEvent.click(screen.getByText(lazyWords.whatOfData));
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: lazyWords.privacyLink }).href).toBe(contacts.privacy);
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
  expect(within(note).getByRole<HTMLAnchorElement>('link').href).toBe(link);
});

describe('a topic outside support', () => {
  test('shows its rule, kindly, and can be sent all the same', async () => {
    serveShopStatus(aShopStatus());
    const tickets = serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await fillIn({ topic: 'N8' });
    expect(screen.getByText('Pomoc nie obejmuje sprawdzania plików.').className).toContain('warn');
    await send();
    await expect.poll(() => tickets.length).toBe(1);
    expect(JSON.parse(tickets[0]?.body ?? '')).toMatchObject({ topic: 'N8' });
    expect(await screen.findByText(aReceipt().number)).toBeTruthy();
  });

  test('stands folded under one line, which says how many there are', async () => {
    serveShopStatus(aShopStatus());
    await statusKnown(openDrawer());
    await userEvent.fill(field(formWords.description), aDraft().description);
    await changeTopic();
    const file = () => screen.getByLabelText('Sprawdzenie pliku CSV').checkVisibility();
    expect(file()).toBe(false);
    await userEvent.click(screen.getByText(`${lazyWords.notCovered} (1)`));
    expect(file()).toBe(true);
  });
});

describe('what is missing', () => {
  const REQUIRED = [
    [formWords.description, missingWords.descriptionMissing],
    [sendingWords.subject, missingWords.subjectMissing],
    [words.email, missingWords.emailMissing],
  ] as const;

  test('is told beside each field, and nothing is sent', async () => {
    serveShopStatus(aShopStatus());
    const tickets = serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await send();
    await expect.poll(() => document.activeElement).toBe(field(formWords.description));
    await screen.findByLabelText(sendingWords.subject);
    for (const [label, message] of REQUIRED) {
      const control = screen.getByLabelText(label);
      expect(screen.getByRole('textbox', { name: label, description: RegExp(message) })).toBe(control);
      expect(control.ariaInvalid).toBe('true');
    }
    expect(topicList().ariaInvalid).toBe('true');
    expect(screen.getByText(missingWords.topicMissing)).toBeTruthy();
    expect(tickets).toEqual([]);
  });

  test('gets the focus, the first of several', async () => {
    serveShopStatus(aShopStatus());
    await statusKnown(openDrawer());
    await fillIn({ subject: 'ab', email: 'biuro' });
    await send();
    await expect.poll(() => document.activeElement).toBe(field(sendingWords.subject));
    expect(field(formWords.description).ariaInvalid).toBeNull();
    expect(field(words.email).ariaInvalid).toBe('true');
  });

  test('is no longer told once it is corrected, field by field', async () => {
    serveShopStatus(aShopStatus());
    await statusKnown(openDrawer());
    await send();
    await expect.poll(() => field(words.email).ariaInvalid).toBe('true');
    await userEvent.fill(await screen.findByLabelText(sendingWords.subject), 'T');
    await expect.poll(() => field(sendingWords.subject).ariaInvalid).toBeNull();
    expect(screen.queryByText(missingWords.subjectMissing)).toBeNull();
    expect(screen.getByText(missingWords.emailMissing)).toBeTruthy();
  });
});

describe('a text that is longer than the service takes', () => {
  const FIELDS = [
    [sendingWords.subject, 200],
    [formWords.description, 20_000],
    [words.email, 254],
  ] as const;

  test.each(FIELDS)('stays whole in the field „%s”, which tells at once how much is too much', async (label, most) => {
    serveShopStatus(aShopStatus());
    const panel = openDrawer();
    await statusKnown(panel);
    panel.edit({ topic: 'configuration' });
    await screen.findByLabelText(label);
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
    await expect.poll(() => document.activeElement).toBe(field(formWords.description));
    expect(document.body.textContent).toContain(tooLongInWords(20_000, 1));
    expect([field(formWords.description).value.length, tickets]).toEqual([20_001, []]);
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
    expect(await screen.findByText(stillPossible.expired)).toBeTruthy();
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: lazyWords.renewal }).href).toBe(contacts.renewal);
    expect(topicsToChoose()).toEqual(['security']);
    expect(field(formWords.description).value).toBe(aDraft().description);
    await send();
    await expect.poll(() => topicList().ariaInvalid).toBe('true');
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
    const waiting = await screen.findByRole('button', { name: formWords.asking });
    expect(waiting.ariaDisabled).toBe('true');
    await userEvent.click(waiting, { force: true });
    answer.resolve(Response.json(expired));
    await statusKnown(model);
    await expect.poll(() => topicList().ariaInvalid).toBe('true');
    expect(tickets).toEqual([]);
  });
});

describe('from the words follow', () => {
  const withSigns = aShopStatus({
    topics: topics.map((topic) => ({
      ...topic,
      ...(topic.id === 'configuration' && { example: 'np. dostawa', signs: 'paczkomat, prog dostaw' }),
      ...(topic.id === 'outage' && { signs: 'sklep nie dziala' }),
    })),
  });
  const title = () => field(sendingWords.subject).value;

  test('title and topic, with its example; both change with the words until somebody writes or chooses another', async () => {
    serveShopStatus(withSigns);
    const panel = openDrawer();
    await statusKnown(panel);
    await userEvent.fill(field(formWords.description), 'Sklep nie działa. Od rana.');
    await screen.findByLabelText(sendingWords.subject);
    expect([title(), panel.draft.value.topic]).toEqual(['Sklep nie działa', 'outage']);
    await userEvent.fill(field(formWords.description), 'Gdzie jest próg darmowej dostawy?');
    await expect.poll(title).toBe('Gdzie jest próg darmowej dostawy?');
    expect(await screen.findByText('np. dostawa')).toBeTruthy();
    expect(screen.getByText(lazyWords.subjectHint)).toBeTruthy();
    await userEvent.fill(field(sendingWords.subject), 'Moje słowa');
    expect(screen.queryByText(lazyWords.subjectHint)).toBeNull();
    await chooseTopic('security');
    await userEvent.fill(field(formWords.description), 'Sklep nie działa!');
    expect([title(), panel.draft.value.topic]).toEqual(['Moje słowa', 'security']);
  });

  test('nothing where the shop may not choose it: then the list is open, and nothing chosen', async () => {
    serveShopStatus(expired);
    const panel = openDrawer();
    await statusKnown(panel);
    await userEvent.fill(field(formWords.description), 'Sklep nie działa.');
    expect(await screen.findByRole('radiogroup')).toBeTruthy();
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    expect(panel.draft.value.topic).toBe('');
  });
});

describe('a shop that is not recognised', () => {
  const unrecognised = aShopStatus({
    shop: null,
    support: { state: 'unrecognised', lastDay: null, daysLeft: null },
    topics: [],
  });

  test('sees what was compared, has no button that can only fail, and an e-mail with everything filled in', async () => {
    serveShopStatus(unrecognised);
    const tickets = serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await userEvent.fill(field(formWords.description), 'BLIK nie działa.');
    await screen.findByText(lazyWords.compared, { exact: false });
    const box = screen.getByRole('button', { name: lazyWords.correct }).closest('.status');
    expect(box?.textContent).toContain(ZURAW.supportNumber);
    expect(box?.textContent).toContain(ZURAW.installUrl);
    expect(screen.queryByRole('button', { name: formWords.send })).toBeNull();
    expect(screen.queryByLabelText(words.email)).toBeNull();
    const { href } = screen.getByRole<HTMLAnchorElement>('link', { name: lazyWords.mailInstead });
    const letter = new URL(href).searchParams;
    expect(letter.get('subject')).toBe('BLIK nie działa');
    for (const part of ['BLIK nie działa.', ZURAW.supportNumber, ZURAW.installUrl])
      expect(letter.get('body')).toContain(part);
    expect(document.body.textContent).not.toContain('72');
    expect(tickets).toEqual([]);
  });
});
