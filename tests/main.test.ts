import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChildService, runMain, startService, temporaryHome } from './support/child-service.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Each test starts a Node process. */
const TIMEOUT_MS = 60_000;

let home: ReturnType<typeof temporaryHome>;
let running: ChildService | undefined;
beforeEach(() => {
  home = temporaryHome();
});
afterEach(async () => {
  await running?.end('SIGKILL');
  running = undefined;
  home.discard();
});

test('without SECRET_KEY the service does not start, and says what is missing', { timeout: TIMEOUT_MS }, async () => {
  const { code, errors } = await runMain(home.folder, { DATABASE_URL: home.databaseUrl });
  expect(code).toBe(1);
  expect(errors).toMatch(/^SECRET_KEY must be .*\n$/);
});

test('a taken port ends the service with exit code 1', { timeout: TIMEOUT_MS }, async () => {
  running = await startService(home.folder, { DATABASE_URL: home.databaseUrl });
  const second = startService(home.folder, { DATABASE_URL: home.databaseUrl, PORT: String(running.port) });
  await expect(second).rejects.toThrow(/\(1\): .*EADDRINUSE/s);
});

test('the built service is ready, serves the widget, and ends well when told to', { timeout: TIMEOUT_MS }, async () => {
  running = await startService(ROOT, { DATABASE_URL: home.databaseUrl });
  const origin = `http://127.0.0.1:${running.port}`;
  const ready = await fetch(`${origin}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  const loader = await fetch(`${origin}/pomoc.js`);
  expect([loader.status, loader.headers.get('Content-Type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect((await loader.text()).length).toBeGreaterThan(0);

  expect(await running.end('SIGTERM')).toEqual({ code: 0, signal: null, errors: '' });
  const { pid } = running;
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  await expect(fetch(`${origin}/health/live`)).rejects.toThrow();
});
