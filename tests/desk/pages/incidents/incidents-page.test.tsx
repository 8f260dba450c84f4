import { signal } from '@preact/signals';
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import type { DeskModel } from '../../../../desk/models/desk-model.ts';
import { IncidentsPage } from '../../../../desk/pages/incidents/IncidentsPage.tsx';
import { en } from '../../../../desk/pages/incidents/words/en.ts';
import { pl } from '../../../../desk/pages/incidents/words/pl.ts';
import type { IncidentDetail, IncidentLists } from '../../../../src/contract/desk/incidents.ts';
import { pretendHttp, type Question } from '../../../support/http-answers.ts';
import { aRow } from '../../a-desk-ticket.ts';
import { aDetail, anIncident } from './an-incident.ts';

const NOW = Date.parse('2026-11-22T09:30:00Z');

beforeEach(() => localStorage.clear());

interface Service {
  lists: IncidentLists;
  detail: IncidentDetail;
  sent: Question[];
  /** until then nothing that was sent is answered */
  answered: Promise<void>;
}

/** The page over a service that has these incidents. */
function openPage(
  id: string | null,
  otherwise: Partial<Service> = {},
): Service & { visited: string[]; leave: () => void } {
  const lists = { running: [anIncident()], coming: [], ended: [], next: null };
  const service = {
    lists,
    detail: aDetail(),
    sent: [] as Question[],
    answered: Promise.resolve(),
    visited: [] as string[],
    ...otherwise,
  };
  const http = pretendHttp(async (question) => {
    const { method, path } = question;
    if (method === 'GET') return { body: path.startsWith('/api/desk/incidents/') ? service.detail : service.lists };
    service.sent.push(question);
    await service.answered;
    return { body: { id: 12 } };
  });
  const model = {
    me: signal({ id: 'a1', name: 'Ola', email: 'o@o.pl', role: 'agent' }),
    agents: signal([{ id: 'a1', name: 'Ola Nowak' }]),
    now: signal(NOW),
    lastEvent: signal(null),
    router: { navigate: (page: string, to: string) => service.visited.push(`${page}/${to}`) },
  } as unknown as DeskModel;
  const { unmount } = render(<IncidentsPage model={model} http={http} id={id} />);
  return Object.assign(service, { leave: unmount });
}

const type = (label: string, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('incidents stand in three groups, with their tickets counted', async () => {
  const ended = [anIncident({ id: 7, title: 'Dawna przerwa', kind: 'update' })];
  openPage(null, { lists: { running: [anIncident({ linked: 5 })], coming: [], ended, next: null } });
  const running = await screen.findByRole('region', { name: /^Trwają/ });
  expect(running.textContent).toContain('Koszyk nie liczy dostawy');
  expect(running.textContent).toContain('5\u00a0zgłoszeń');
  expect(running.querySelector('a')?.getAttribute('href')).toBe('#/incidents/12');
  expect(screen.getByRole('region', { name: /^Zapowiedziane/ }).textContent).toContain('Nic nie jest zapowiedziane.');
  expect(screen.getByRole('region', { name: /^Zakończone/ }).textContent).not.toContain('zgłoszeń');
});

test('an incident that is published late leads nobody back who has gone on', async () => {
  const late = Promise.withResolvers<void>();
  const { sent, visited, leave } = openPage('new', { answered: late.promise });
  type('Tytuł', 'Przerwa w płatnościach');
  type('Co się dzieje i co zrobić', 'Operator ma awarię.');
  press('Opublikuj');
  await screen.findByRole('button', { name: 'Publikowanie…' });
  expect(screen.getByLabelText<HTMLInputElement>('Tytuł').readOnly).toBe(true);
  leave();
  late.resolve();
  // Once it is taken, nothing of it is kept.
  await expect.poll(() => localStorage.length).toBe(0);
  expect([sent.length, visited]).toEqual([1, []]);
});

test('a new incident is shown as shops will see it while it is written, and published', async () => {
  const { sent, visited } = openPage('new');
  type('Tytuł', 'Przerwa w płatnościach');
  type('Co się dzieje i co zrobić', 'Operator ma awarię.');
  type('Od wersji', '10.4');
  const preview = screen.getByRole('region', { name: 'Tak zobaczą to sklepy' });
  await expect.poll(() => preview.textContent).toContain('Operator ma awarię.');
  expect(preview.textContent).toContain('wersje od 10.4');
  expect(preview.querySelector('.notice')?.className).toBe('notice warn');
  press('Opublikuj');
  await expect.poll(() => visited).toEqual(['incidents/12']);
  expect(sent[0]).toMatchObject({
    path: '/api/desk/incidents',
    body: { title: 'Przerwa w płatnościach', fromVersion: '10.4' },
  });
  expect(sent[0]?.key).toHaveLength(22);
});

test('what is wrong is said at its field, which gets the focus; nothing is sent', async () => {
  const { sent } = openPage('new');
  type('Tytuł', 'Przerwa');
  press('Opublikuj');
  const text = screen.getByLabelText<HTMLTextAreaElement>('Co się dzieje i co zrobić');
  await expect.poll(() => document.activeElement).toBe(text);
  const describedBy = document.getElementById(text.getAttribute('aria-describedby') ?? '');
  expect(describedBy?.textContent).toBe('Treść ma mieć od 1 do 1000 znaków.');
  expect(sent).toEqual([]);
});

test('solving asks first, and says how many get the answer', async () => {
  const { sent } = openPage('12');
  await screen.findByRole('heading', { name: 'Koszyk nie liczy dostawy' });
  press(/^Rozwiąż/);
  await expect.poll(() => screen.queryByText(/^Napisz, co odpowiedzieć/)?.textContent).toBeTruthy();
  type('Odpowiedź dla wszystkich powiązanych zgłoszeń', 'Poprawka jest w 10.5.1.');
  press(/^Rozwiąż/);
  const dialog = await screen.findByRole('dialog', { name: 'Rozwiązać problem?' });
  expect(dialog.textContent).toContain('Odpowiedź dostaną 2\u00a0zgłoszenia.');
  expect(dialog.textContent).toContain('Poprawka jest w 10.5.1.');
  expect(sent).toEqual([]);
  press(/^Odpowiedz: 2/);
  await expect.poll(() => sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ path: '/api/desk/incidents/12/solution', body: { text: 'Poprawka jest w 10.5.1.' } });
});

test('a solution says how far it is, what stays in progress, and whose it is', async () => {
  openPage('12', {
    detail: aDetail({
      incident: anIncident({ solvedAt: '2026-11-22T09:20:00Z', until: '2026-11-22T09:20:00Z' }),
      solution: { text: 'Poprawka jest w 10.5.1.', by: { id: 'a1', name: 'Ola Nowak' } },
      counts: { linked: 7, waiting: 2, over: 1, answered: 3, kept: 1 },
      tickets: [aRow('1000015', { status: 'solved' })],
    }),
  });
  const solution = await screen.findByRole('region', { name: 'Rozwiązanie' });
  expect(solution.textContent).toContain('Ola Nowak, 22.11.2026, 10:20');
  expect(solution.textContent).toContain('Odpowiedź jest już w\u00a04 z\u00a06 zgłoszeń.');
  expect(solution.textContent).toContain('1\u00a0zgłoszenie zostaje w\u00a0toku');
  expect(solution.textContent).toContain('1\u00a0zgłoszenie było już zakończone');
  expect(screen.queryByRole('button', { name: /^(Rozwiąż|Zakończ)/ })).toBeNull();
  expect(screen.getByRole('link', { name: /Darmowa dostawa/ }).getAttribute('href')).toBe('#1000015');
  expect(screen.getByRole('region', { name: 'Historia' }).textContent).toContain('Ola Nowak');
});

test('news of a version has neither tickets nor a solution', async () => {
  openPage('12', { detail: aDetail({ incident: anIncident({ kind: 'update' }) }) });
  await screen.findByRole('button', { name: 'Zakończ bez odpowiedzi' });
  expect(screen.queryByRole('button', { name: /^Rozwiąż/ })).toBeNull();
  expect(screen.queryByRole('region', { name: /^Powiązane/ })).toBeNull();
});

test('both languages have the same words', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shape(inner)]))
      : typeof value;
  expect(shape(en)).toEqual(shape(pl));
});

test.each([
  ['Tytuł', 120],
  ['Co się dzieje i co zrobić', 1000],
  ['Od wersji', 30],
  ['Tytuł po angielsku', 120],
])('%s: what does not fit is kept, says how much too long it is, and is not published', async (label, most) => {
  const { sent } = openPage('new');
  type('Tytuł', 'Przerwa w płatnościach');
  type('Co się dzieje i co zrobić', 'Operator ma awarię.');
  type(label, 'x'.repeat(most + 5));
  await screen.findByText(/za długi o 5 znaków/);
  press('Opublikuj');
  await expect.poll(() => document.activeElement).toBe(screen.getByLabelText(label));
  expect([screen.getByLabelText<HTMLInputElement>(label).value.length, sent]).toEqual([most + 5, []]);
});

test('a solution that does not fit is kept, says how much too long it is, and is not sent', async () => {
  const { sent } = openPage('12');
  const field = await screen.findByLabelText<HTMLTextAreaElement>(/^Odpowiedź dla wszystkich/);
  fireEvent.input(field, { target: { value: 'x'.repeat(20_001) } });
  await screen.findByText(/za długi o 1 znak,/);
  press(/^Rozwiąż/);
  await expect.poll(() => document.activeElement).toBe(field);
  expect([field.value.length, sent, screen.queryByRole('dialog')]).toEqual([20_001, [], null]);
});
