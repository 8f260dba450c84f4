import { expect } from 'vitest';
import { moment } from '../../src/cli/argument-types.ts';
import {
  addNoticeCommand,
  endNoticeCommand,
  listNoticesCommand,
  type NoticeOptions,
} from '../../src/commands/notices.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { test } from '../support/fixtures.ts';
import { NOW } from '../support/service.ts';

const HOLE: NoticeOptions = {
  kind: 'advisory',
  title: 'Luka w module płatności',
  text: 'Prosimy wgrać 10.4.3.',
  from: '10.0',
  to: '10.4.2',
};

test('a notice is added, listed and ended', async ({ temporary, terminal }) => {
  expect(await addNoticeCommand(temporary.store, terminal, HOLE)).toBe(0);
  expect(
    await addNoticeCommand(temporary.store, terminal, { kind: 'incident', title: 'Awa\u202eria', text: 'x' }),
  ).toBe(0);
  expect(await endNoticeCommand(temporary.store, terminal, 1)).toBe(0);
  expect(terminal).toMatchObject({
    lines: ['Dodano komunikat 1.', 'Dodano komunikat 2.', 'Zakończono komunikat 1.'],
    errors: [],
  });
  const list = collectingTerminal();
  expect(await listNoticesCommand(temporary.store, list)).toBe(0);
  expect(list.lines).toEqual([
    'NR  RODZAJ       OD                 DO                 WERSJE       TYTUŁ',
    '2   awaria       22.11.2026, 10:00                     wszystkie    Awa·ria',
    '1   ostrzeżenie  22.11.2026, 10:00  22.11.2026, 10:00  10.0–10.4.2  Luka w module płatności',
  ]);
});

test.for<[string, Partial<NoticeOptions>, string]>([
  ['no title', { title: '' }, 'Tytuł to jeden wiersz, od 3 do 120 znaków.'],
  ['no text', { text: '' }, 'Treść ma mieć od 1 do 1000 znaków.'],
  ['half an English notice', { titleEn: 'A hole' }, 'Po angielsku trzeba podać i tytuł, i treść.'],
  ['an end before now', { until: NOW.subtract({ hours: 1 }) }, 'Koniec ma być po początku.'],
  ['versions the wrong way round', { from: '10.5' }, 'Pierwsza wersja nie może być nowsza od ostatniej.'],
])('%s is refused with words', async ([, otherwise, words], { temporary, terminal }) => {
  expect(await addNoticeCommand(temporary.store, terminal, { ...HOLE, ...otherwise })).toBe(1);
  expect(terminal).toMatchObject({ lines: [], errors: [words] });
});

test('what does not run cannot be ended', async ({ temporary, terminal }) => {
  expect(await endNoticeCommand(temporary.store, terminal, 7)).toBe(1);
  expect(terminal.errors).toEqual(['Nie ma trwającego komunikatu 7.']);
});

test('a moment is meant on a clock in Warsaw', () => {
  expect(moment('2026-11-22T14:30').toString()).toBe('2026-11-22T13:30:00Z');
  for (const text of ['2026-11-22', '2026-02-30T10:00', '2026-11-22T24:00', 'jutro']) {
    expect(() => moment(text)).toThrow('RRRR-MM-DDTGG:MM');
  }
});
