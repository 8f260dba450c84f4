import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeskAnswer } from '../../../../desk/client/desk-http.ts';
import type { DeskModel } from '../../../../desk/models/desk-model.ts';
import { ReportsPage } from '../../../../desk/pages/reports/ReportsPage.tsx';
import { ReportModel } from '../../../../desk/pages/reports/report-model.ts';
import { chooseLanguage } from '../../../../desk/words/words.ts';
import type { Report } from '../../../../src/contract/desk/read-report.ts';
import { ok, pretendHttp, SILENCE } from '../../../support/http-answers.ts';
import { anEmptyReport, aReport } from './a-report.ts';

const NOW = Date.parse('2026-11-22T09:00:00Z');

beforeEach(() => chooseLanguage('pl'));
afterEach(async () => {
  cleanup();
  await chooseLanguage('pl');
});

/** The page over a service that answers so. */
function openPage(answers: (Report | null)[], id: string | null = null) {
  const asked: string[] = [];
  const visited: unknown[] = [];
  const http = pretendHttp(({ path }) => {
    asked.push(path);
    const report = answers.length > 1 ? answers.shift() : answers[0];
    return report ? { body: report } : SILENCE;
  });
  const router = { navigate: (...to: unknown[]) => visited.push(to) };
  const model = { now: signal(NOW), router } as unknown as DeskModel;
  render(<ReportsPage model={model} http={http} id={id} />);
  return { asked, visited };
}

const plain = (element: Element | null | undefined) => (element?.textContent ?? '').replaceAll('\u00a0', ' ');
const tableCells = async (name: string) =>
  within(await screen.findByRole('table', { name }))
    .getAllByRole('row')
    .map((row) => [...row.children].map(plain));

describe('the page', () => {
  test('shows the figures in words and numbers of the language, each beside the period before', async () => {
    openPage([aReport()]);
    expect(plain(await screen.findByText('Mediana czasu odpowiedzi').then((name) => name.parentElement))).toBe(
      'Mediana czasu odpowiedzi2 godz. 10 min▲ 1 godz. 10 min dłużej',
    );
    expect(plain(screen.getByText('Dotrzymane terminy').parentElement)).toBe(
      'Dotrzymane terminy97,5%39 z 40▼ 2,1 pkt proc. mniej',
    );
    expect(await tableCells('Kanały')).toEqual([
      ['Kanał', 'Zgłoszenia', 'Udział', 'Zmiana'],
      ['Panel', '1200', '97,2%', '▼ 22 mniej'],
      ['E-mail', '34', '2,8%', '▲ 34 więcej'],
    ]);
    const [, configuration] = await tableCells('Tematy');
    expect(configuration).toEqual(['Konfiguracja', '1000', '81%', 'bez zmian', '12 / 3']);
    await chooseLanguage('en');
    expect((await tableCells('Channels'))[1]).toEqual(['Panel', '1,200', '97.2%', '▼ 22 fewer']);
  });

  test('gives e-mail no promise, and what cannot be compared a dash', async () => {
    openPage([aReport()]);
    const [, all, panel, email] = await tableCells('Czas odpowiedzi');
    expect(all?.slice(0, 2)).toEqual(['Razem', '40▼ 5 mniej']);
    expect(panel).toEqual(['Panel', '40▲ 40 więcej', '2 godz. 10 min–', '3 dni 4 godz.–', '97,5%–', '1', '1', '3']);
    expect(email?.[4]).toBe('bez terminu');
  });

  test('has hours and weekdays as numbers, tinted only besides', async () => {
    openPage([aReport()]);
    const rows = await tableCells('Obciążenie w\u00a0ciągu dnia i\u00a0tygodnia');
    expect(rows).toHaveLength(25);
    expect(rows[10]).toEqual(['9', '12', '0', '0', '0', '0', '0', '0', '12']);
    expect(rows[16]?.[5]).toBe('3');
  });

  test('describes every chart by the table beside it', async () => {
    openPage([aReport()]);
    await screen.findByRole('table', { name: 'Kanały' });
    const charts = screen.getAllByRole('img');
    expect(charts).toHaveLength(7);
    for (const chart of charts) {
      expect(document.getElementById(chart.getAttribute('aria-describedby') ?? '')?.tagName).toBe('TABLE');
      expect(chart.getAttribute('aria-label')).toContain('Wykres');
    }
  });

  test('links the files of the days that are shown', async () => {
    openPage([aReport()]);
    const link = await screen.findByRole('link', { name: 'Pobierz CSV: Tematy' });
    expect(link.getAttribute('href')).toBe('/api/desk/reports.csv?from=2026-10-24&to=2026-11-22&part=topics');
    expect(link.hasAttribute('download')).toBe(true);
  });

  test('says so when there was nothing', async () => {
    openPage([anEmptyReport()]);
    expect(await screen.findByText(/nie było żadnych zgłoszeń/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('that got no answer asks again by a press', async () => {
    const { asked } = openPage([null, aReport()]);
    fireEvent.click(await screen.findByRole('button', { name: 'Spróbuj ponownie' }));
    await screen.findByRole('table', { name: 'Kanały' });
    expect(asked).toEqual(Array(2).fill('/api/desk/reports?from=2026-10-24&to=2026-11-22'));
  });
});

describe('choosing days', () => {
  test('marks the stretch that is shown', async () => {
    const { asked } = openPage([aReport()], 'last-month');
    const chosen = screen.getAllByRole('link').filter((link) => link.ariaCurrent !== null);
    expect(chosen.map((link) => [plain(link), link.getAttribute('href')])).toEqual([
      ['Poprzedni miesiąc', '#/reports/last-month'],
    ]);
    await expect.poll(() => asked).toEqual(['/api/desk/reports?from=2026-10-01&to=2026-10-31']);
  });

  test('of one’s own goes to their address, and says what is wrong with them', async () => {
    const { visited } = openPage([aReport()]);
    const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Pokaż' }));
    fireEvent.input(screen.getByLabelText('Od'), { target: { value: '2026-11-23' } });
    submit();
    expect(plain(screen.getByRole('alert'))).toBe('Data „Od” jest późniejsza niż „Do”.');
    expect(screen.getByLabelText('Od').getAttribute('aria-invalid')).toBe('true');
    fireEvent.input(screen.getByLabelText('Od'), { target: { value: '2026-11-01' } });
    submit();
    expect(visited).toEqual([['reports', '2026-11-01_2026-11-22']]);
    expect(plain(screen.getByRole('alert'))).toBe('');
  });
});

test('an answer about days that were chosen before is not shown', async () => {
  const waiting: ((answer: DeskAnswer<Report>) => void)[] = [];
  const reports = new ReportModel({ read: () => new Promise((resolve) => waiting.push(resolve)) });
  const first = reports.read({ from: '2026-01-01', to: '2026-01-31' });
  const second = reports.read({ from: '2026-02-01', to: '2026-02-28' });
  waiting[1]?.(ok(aReport({ from: '2026-02-01' })));
  waiting[0]?.(ok(aReport({ from: '2026-01-01' })));
  await Promise.all([first, second]);
  expect([reports.report.value?.from, reports.state.value]).toEqual(['2026-02-01', 'shown']);
});
