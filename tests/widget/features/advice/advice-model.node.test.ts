import { signal } from '@preact/signals';
import { beforeEach, expect, test, vi } from 'vitest';
import { AdviceModel, type AdvisedPanel } from '../../../../widget/features/advice/advice-model.ts';
import type { Draft } from '../../../../widget/outbox/draft.ts';
import type { FollowedTicket } from '../../../../widget/outbox/ticket-entry.ts';
import type { MyTickets } from '../../../../widget/panel.ts';
import { stopClock } from '../../../support/widget-models.ts';
import { aDraft, aFollowedTicket, aShopStatus, NOW } from '../../../support/widget-nouns.ts';

beforeEach(() => stopClock());

const QUESTION = { subject: 'Import', description: 'Sprawdźcie, proszę, plik CSV', topic: '' };

/** A panel with a text in its form, tickets in its browser, and threads that keep what is added to replies, or none. */
function aPanel(typed: Partial<Draft>, { tickets = [] as FollowedTicket[], canLoad = true } = {}) {
  const draft = signal(aDraft(typed));
  const appended: string[][] = [];
  const myTickets = (
    canLoad ? { append: async (...one: string[]) => void appended.push(one) } : null
  ) as MyTickets | null;
  const navigate = vi.fn<(to: string) => void>();
  const panel = {
    draft,
    edit(change: Partial<Draft>) {
      draft.value = { ...draft.peek(), ...change };
    },
    shop: { status: signal(aShopStatus()) },
    tickets: async () => tickets,
    navigate,
  };
  return {
    panel,
    draft,
    appended,
    navigate,
    advice: new AdviceModel(panel as unknown as AdvisedPanel, { load: async () => myTickets }),
  };
}

/** The title of what is said, as soon as something is. */
async function said(advice: AdviceModel): Promise<string> {
  await expect.poll(() => advice.hint.value).not.toBeNull();
  return advice.hint.value?.title ?? '';
}

test('a topic outside support is named with its rule, and changed by a press', async () => {
  const { advice, draft } = aPanel(QUESTION);
  expect(await said(advice)).toContain('Sprawdzenie pliku CSV');
  expect(advice.hint.value?.text).toBe('Pomoc nie obejmuje sprawdzania plików.');
  advice.hint.value?.act();
  expect(draft.value.topic).toBe('N8');
  expect(advice.hint.value).toBeNull();
});

test.each(['outage', 'security', 'N8'])('nothing is said of the topic to who chose %s', async (topic) => {
  const { advice } = aPanel({ ...QUESTION, topic, description: 'Sprawdźcie plik CSV. hasło: kotek1' });
  expect(await said(advice)).toContain('k••••1');
  if (advice.hint.value) advice.decline(advice.hint.value);
  expect(advice.hint.value).toBeNull();
});

test('what was declined is not said again of this text, also on the next page', async () => {
  const { advice, draft } = aPanel(QUESTION);
  await said(advice);
  if (advice.hint.value) advice.decline(advice.hint.value);
  expect(advice.hint.value).toBeNull();
  expect(draft.value.declined).toEqual(['N8']);
  const later = aPanel({ ...draft.value, description: `${draft.value.description} hasło: kotek1` });
  expect(await said(later.advice)).toContain('k••••1');
  later.advice.hint.value?.act();
  expect(later.advice.hint.value).toBeNull();
});

test('a secret is taken out wherever it stands, and nothing else is', async () => {
  const { advice, draft } = aPanel({ subject: 'hasło: $&kotek1', description: 'FTP\npassword=$&kotek1 i tyle' });
  expect(await said(advice)).toContain('„$••••••1”');
  advice.hint.value?.act();
  expect(draft.value).toMatchObject({
    subject: 'hasło: [hasło usunięte]',
    description: 'FTP\npassword=[hasło usunięte] i tyle',
  });
});

test('while somebody types nothing is said', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { advice, panel } = aPanel({ subject: '', description: '' });
  vi.advanceTimersByTime(1000);
  const typed = 'hasło: kotek1';
  for (let length = 1; length <= typed.length; length++) {
    panel.edit({ description: typed.slice(0, length) });
    vi.advanceTimersByTime(300);
    expect(advice.hint.value).toBeNull();
  }
  vi.advanceTimersByTime(300);
  expect(advice.hint.value?.title).toContain('k••••1');
});

test('what is pasted is looked at at once', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { advice, panel } = aPanel({ subject: '', description: '' });
  panel.edit({ description: 'hasło: kotek1' });
  expect(advice.hint.value?.title).toContain('k••••1');
});

test('a similar ticket gets the text as a reply, and the form lets go of it', async () => {
  const { advice, draft, appended, navigate } = aPanel({}, { tickets: [aFollowedTicket()] });
  expect(await said(advice)).toBe(
    'Podobne zgłoszenie wysłano dziś o\u00a010:00 (nr\u00a01000015). Dopisać do niego?'.replace('o\u00a0', 'o '),
  );
  const { subject, description } = draft.value;
  advice.hint.value?.act();
  await expect.poll(() => navigate.mock.calls).toEqual([['1000015']]);
  expect(appended).toEqual([['1000015', `${subject}\n\n${description}`]]);
  expect(draft.value).toMatchObject({ subject: '', description: '', topic: '' });
});

test('where the threads cannot be loaded the text stays in the form', async () => {
  const { advice, draft, navigate } = aPanel({}, { tickets: [aFollowedTicket()], canLoad: false });
  await said(advice);
  advice.hint.value?.act();
  await expect.poll(() => navigate.mock.calls.length).toBe(1);
  expect(draft.value).toMatchObject({ description: aDraft().description });
});

test.each<[string, Partial<Draft>]>([
  ['has files, which no reply carries', { files: [{ id: 'f', name: 'a.png', type: 'image/png', bytes: 1 }] }],
  ['may have arrived already', { earlier: { key: 'k', token: 't', bodies: [] } }],
])('a text that %s is offered no other ticket', async (_, typed) => {
  const { advice, panel } = aPanel(typed, {
    tickets: [aFollowedTicket({ receipt: { ...aFollowedTicket().receipt, receivedAt: new Date(NOW).toISOString() } })],
  });
  panel.edit({ description: `${aDraft().description} hasło: kotek1` });
  expect(await said(advice)).toContain('k••••1');
  if (advice.hint.value) advice.decline(advice.hint.value);
  expect(advice.hint.value).toBeNull();
});
