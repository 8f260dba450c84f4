import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emergencyFile } from '../../src/api/pages/emergency-page.ts';
import { writePageCommand } from '../../src/commands/write-page.ts';
import { waysOf } from '../../src/tickets/how-to-reach-us.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { FIRST_SETTINGS, NOW } from '../support/service.ts';

test('the page for another host needs nothing of ours, and says nothing of a moment it cannot know', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-page-'));
  const out = join(folder, 'awaria.html');
  const terminal = collectingTerminal();
  const page = emergencyFile(waysOf(FIRST_SETTINGS, NOW, 'pl'), 'pl', 'https://pomoc.example');
  for (const _ of [1, 2]) expect(writePageCommand(terminal, out, page)).toBe(0);
  const text = readFileSync(out, 'utf8');
  for (const words of ['href="tel:+48220000000"', 'pon.–pt. 8:00–16:00', 'mailto:pomoc@shopgold.pl?subject='])
    expect(text).toContain(words);
  expect(text).toContain('<a href="https://pomoc.example/awaria">');
  expect(text).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;`);
  expect(text).not.toMatch(/Teraz (otwarte|zamknięte)|Otwieramy|<form|<script|<link|src=/);
  expect(writePageCommand(terminal, join(folder, 'nie-ma', 'a.html'), page)).toBe(1);
  expect(terminal.errors).toHaveLength(1);
  rmSync(folder, { recursive: true });
});
