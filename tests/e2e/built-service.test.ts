import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChildService, startService, temporaryHome } from '../support/child-service.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let home: ReturnType<typeof temporaryHome>;
let running: ChildService | undefined;
beforeEach(() => {
  home = temporaryHome();
});
afterEach(async () => {
  await running?.end('SIGKILL');
  home.discard();
});

test('the built service is ready, and serves the widget', async () => {
  running = await startService(ROOT, { DATABASE_URL: home.databaseUrl });
  const origin = `http://127.0.0.1:${running.port}`;
  const ready = await fetch(`${origin}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  const loader = await fetch(`${origin}/pomoc.js`);
  expect([loader.status, loader.headers.get('Content-Type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect((await loader.text()).length).toBeGreaterThan(0);
});
