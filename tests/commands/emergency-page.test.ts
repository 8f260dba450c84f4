import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emergencyFile } from '../../src/api/pages/emergency-page.ts';
import { writePageCommand } from '../../src/commands/write-page.ts';
import { waysOf } from '../../src/tickets/how-to-reach-us.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { FIRST_SETTINGS, NOW } from '../support/service.ts';

const SCRIPT = 'say("</script><!--");';

test('the page for another host says how to reach us without a script, and nothing of a moment it cannot know', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-page-'));
  const out = join(folder, 'awaria.html');
  const terminal = collectingTerminal();
  const page = emergencyFile(
    { ways: waysOf(FIRST_SETTINGS, NOW, 'pl'), vendor: FIRST_SETTINGS.vendor, language: 'pl' },
    'https://pomoc.example',
    SCRIPT,
  );
  for (const _ of [1, 2]) expect(writePageCommand(terminal, out, page)).toBe(0);
  const text = readFileSync(out, 'utf8');
  for (const words of ['href="tel:+48220000000"', 'pon.–pt. 8:00–16:00', 'mailto:pomoc@shopgold.pl?subject='])
    expect(text).toContain(words);
  expect(text).toContain('<a href="https://pomoc.example/awaria">');
  expect(text).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;`);
  const shown = text.replace(/<script.*?<\/script>/gs, '');
  expect(shown).not.toMatch(/Teraz (otwarte|zamknięte)|Otwieramy|<link|src=/);
  expect(shown).toContain('<form id="form" hidden novalidate>');
  expect(shown).not.toMatch(/name="(key|token)"/);
  // Its policy lets this one script run, which may ask this one service.
  const [, run = ''] = /<script>(.*?)<\/script>/s.exec(text) ?? [];
  expect(run).toBe('say("<\\/script><\\!--");');
  expect(text).toContain(`script-src &#39;sha256-${createHash('sha256').update(run).digest('base64')}&#39;`);
  expect(text).toContain('connect-src https://pomoc.example;');
  const [, data = ''] = /id="data">(.*?)<\/script>/s.exec(text) ?? [];
  expect(JSON.parse(data)).toMatchObject({ service: 'https://pomoc.example', email: 'pomoc@shopgold.pl' });
  expect(writePageCommand(terminal, join(folder, 'nie-ma', 'a.html'), page)).toBe(1);
  expect(terminal.errors).toHaveLength(1);
  rmSync(folder, { recursive: true });
});
