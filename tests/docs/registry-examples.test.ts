import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeApiKey } from '../../src/identity/api-keys.ts';
import { ROOT } from '../support/references.ts';
import { type Service, service } from '../support/service.ts';

const PAGE = readFileSync(`${ROOT}docs/operating.md`, 'utf8');
const SECTION = PAGE.slice(PAGE.indexOf('## Registry API'), PAGE.indexOf('## Notices'));
const exampleIn = (language: string) => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(SECTION)?.[1] ?? '';
const run = promisify(execFile);
const runs = (program: string, ...options: string[]) => spawnSync(program, options).status === 0;

let api: Service;
let server: ReturnType<typeof serve>;
let environment: NodeJS.ProcessEnv;
beforeEach(async () => {
  api = await service();
  const deps = { store: api.store, now: () => api.clock.now };
  const made = await makeApiKey(deps, { name: 'Zamówienia', scopes: ['registry:write'] }, 'operator');
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: api.app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port));
  });
  environment = { ...process.env, POMOC_URL: `http://127.0.0.1:${port}`, POMOC_KEY: made?.key ?? '' };
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await api.discard();
});

async function sell(): Promise<{ shop: { support: { state: string; lastDay: string } }; warnings: unknown[] }> {
  return JSON.parse((await run('sh', ['-c', exampleIn('sh')], { env: environment })).stdout);
}

test('the sale in the docs is taken as it stands there, and active at once', async ({ skip }) => {
  skip(!runs('curl', '--version'), 'there is no curl here');
  const { shop, warnings } = await sell();
  expect([shop.support.state, shop.support.lastDay, warnings]).toEqual(['active', '2027-05-22', []]);
});

test('the package in the docs is added once by PHP, and a wrong key is said aloud', async ({ skip }) => {
  skip(!runs('php', '--version') || !runs('curl', '--version'), 'there is no PHP or no curl here');
  await sell();
  const php = (env = environment) => run('php', ['-r', exampleIn('php').replace('<?php', '')], { env });
  for (const _ of [1, 2]) expect((await php()).stdout).toBe('2027-08-22\n');
  await expect(php({ ...environment, POMOC_KEY: 'r_wrong' })).rejects.toThrow(/401/);
});
