import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startKillableBrowser } from './killable-browser.ts';
import { type Help, helpOn, type PanelUnderTest, startPanelUnderTest } from './panel-under-test.ts';

/** When the browser is killed: while somebody types, right after the click, in mid-request, before the entry is deleted. */
export const MOMENTS = ['typing', 'click', 'request', 'answer'] as const;

export type Moment = (typeof MOMENTS)[number];

export interface Outcome {
  kills: number;
  /** drafts that came back, of those that had not left yet */
  draftsBack: number;
  draftsLost: number;
  /** letters missing in what came back, typed more than a second before the kill */
  lettersLost: number;
  /** tickets that were sent before the kill or by the page after it, without another word typed */
  sentOnce: number;
  /** subjects with no ticket in the end, or with more than one */
  missing: number;
  doubled: number;
  sound: boolean;
}

const LETTERS = 'Klienci widzą błąd przy płatności kartą, od rana, w każdym zamówieniu. Co zrobić?';

/** Kills Chromium again and again, at each moment in turn, and judges in the database what became of each letter. */
export async function killBrowsers(kills: number): Promise<Outcome> {
  const panel = await startPanelUnderTest();
  const outcome = { kills, draftsBack: 0, draftsLost: 0, lettersLost: 0, sentOnce: 0 };
  const subjects = Array.from({ length: kills }, (_, index) => `Zabita przeglądarka ${index}`);
  try {
    for (const [index, subject] of subjects.entries()) {
      await killOnce(panel, MOMENTS[index % MOMENTS.length] ?? 'typing', subject, outcome);
    }
    const opened = panel.subjects();
    const counts = subjects.map((subject) => opened.filter((other) => other === subject).length);
    const missing = counts.filter((count) => count === 0).length;
    const doubled = counts.filter((count) => count > 1).length;
    const sound = missing + doubled + outcome.draftsLost + outcome.lettersLost === 0;
    return { ...outcome, missing, doubled, sound };
  } finally {
    await panel.close();
  }
}

async function killOnce(
  panel: PanelUnderTest,
  moment: Moment,
  subject: string,
  outcome: { draftsBack: number; draftsLost: number; lettersLost: number; sentOnce: number },
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'pomoc-profile-'));
  try {
    const mustBeBack = await typeAndKill(panel, moment, subject, profile);
    const { page, kill } = await startKillableBrowser(profile);
    const help = helpOn(page);
    await help.open(panel.url);
    const found = await firstSeen(help, subject);
    if (found === 'ticket') outcome.sentOnce += 1;
    if (found === 'nothing') outcome.draftsLost += 1;
    if (found === 'draft') {
      const back = await help.opis.inputValue();
      outcome[LETTERS.startsWith(back) ? 'draftsBack' : 'draftsLost'] += 1;
      outcome.lettersLost += Math.max(0, mustBeBack - back.length);
      await help.opis.fill(LETTERS); // what is sent needs a text, however early the browser died
      await help.send.click();
      await help.number();
    }
    await kill();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What the page after the kill brings: the ticket goes by itself, or the letter is back in the form. */
async function firstSeen(help: Help, subject: string): Promise<'ticket' | 'draft' | 'nothing'> {
  for (let look = 0; look < 600; look++) {
    if (await help.sent.isVisible()) return 'ticket';
    if (
      (await help.subject.isVisible()) &&
      (await help.subject.inputValue({ timeout: 500 }).catch(() => '')) === subject
    ) {
      return 'draft';
    }
    await pause(50);
  }
  return 'nothing';
}

/** @returns how many letters of the description must be back */
async function typeAndKill(panel: PanelUnderTest, moment: Moment, subject: string, profile: string): Promise<number> {
  const { page, kill } = await startKillableBrowser(profile);
  const help = helpOn(page);
  await help.open(panel.url);
  await help.address(subject);
  if (moment === 'typing') {
    const typedAt: number[] = [];
    const end = performance.now() + 300 + Math.random() * 1500;
    for (const letter of LETTERS) {
      if (performance.now() > end) break;
      await help.opis.press(letter === ' ' ? 'Space' : letter).catch(() => help.opis.pressSequentially(letter));
      typedAt.push(performance.now());
    }
    const killedAt = performance.now();
    await kill();
    return typedAt.filter((at) => killedAt - at > 1000).length;
  }
  await help.opis.fill(LETTERS);
  await pause(1000); // what was typed more than a second ago must be back
  const reached = Promise.withResolvers<void>();
  if (moment === 'request') panel.proxy.mishaps.push({ kind: 'silence' });
  if (moment === 'request') panel.proxy.onRequest = reached.resolve;
  if (moment === 'answer') panel.proxy.onAnswer = reached.resolve;
  await help.send.click({ noWaitAfter: true });
  if (moment !== 'click') await reached.promise;
  await pause(Math.random() * 30);
  await kill();
  panel.proxy.onRequest = panel.proxy.onAnswer = () => {};
  panel.proxy.mishaps.length = 0;
  return LETTERS.length;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' } } });
  const outcome = await killBrowsers(Number(values.kills));
  for (const [name, figure] of Object.entries(outcome))
    process.stdout.write(`${name.padEnd(16)}${String(figure).padStart(8)}\n`);
  process.exitCode = outcome.sound ? 0 : 1;
}
