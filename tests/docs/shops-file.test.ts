import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readShopsCsv } from '../../src/shops/read-shops-csv.ts';
import { ROOT } from '../support/references.ts';

test('the registry’s file in the README can be imported as it stands', () => {
  const [, file = ''] = /```csv\n(.*?)```/s.exec(readFileSync(`${ROOT}README.md`, 'utf8')) ?? [];
  const read = readShopsCsv(new TextEncoder().encode(file), false);
  expect(read).toMatchObject({ shops: [{ supportNumber: '7KcWt9Ru', shopName: 'Księgarnia Żuraw' }] });
});

test('the operator’s page names every column of that file', () => {
  const [, header = ''] = /```csv\n(.*)/.exec(readFileSync(`${ROOT}README.md`, 'utf8')) ?? [];
  const page = readFileSync(`${ROOT}docs/operating.md`, 'utf8').replace(/\s+/g, ' ');
  expect(page).toContain(header.trim().replaceAll(',', ', '));
  expect(page).toContain('`panelUrls`');
});
