import { once } from 'node:events';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChildService, runMain, SECRET_KEY, startService, temporaryHome } from './support/child-service.ts';

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

test('a build without one of the pages is told in one sentence', { timeout: TIMEOUT_MS }, async () => {
  rmSync(join(home.folder, 'dist', 'z', 'en'), { recursive: true });
  const { code, errors } = await runMain(home.folder, { DATABASE_URL: home.databaseUrl, SECRET_KEY });
  expect(code).toBe(1);
  expect(errors).toBe('dist/z/en/en.html is missing, as the pages are not built: run npm run build\n');
});

test('a Node that cannot run it is refused in one sentence, before anything else', {
  timeout: TIMEOUT_MS,
}, async () => {
  const without = '--import=data:text/javascript,delete%20globalThis.Temporal';
  const { code, errors } = await runMain(home.folder, { NODE_OPTIONS: without });
  expect(code).toBe(1);
  expect(errors).toMatch(/^This is Node [\d.]+, and .* run node_modules\/node\/bin\/node \S+src\/main\.ts\n$/);
});

test('a taken port ends the service with exit code 1', { timeout: TIMEOUT_MS }, async () => {
  running = await startService(home.folder, { DATABASE_URL: home.databaseUrl });
  const second = startService(home.folder, { DATABASE_URL: home.databaseUrl, PORT: String(running.port) });
  await expect(second).rejects.toThrow(/\(1\): .*EADDRINUSE/s);
});

/** The commands that docs/operating.md gives to a process manager, and the folder that they are for. */
function documentedCommands(): { folder: string; commands: string[] } {
  const page = readFileSync(join(ROOT, 'docs', 'operating.md'), 'utf8');
  const [, unit = ''] = /^ExecStart=(.+)$/m.exec(page) ?? [];
  const [, folder = ''] = /^WorkingDirectory=(.+)$/m.exec(page) ?? [];
  const [, script = ''] = /`(exec [^`]+)`/.exec(page) ?? [];
  return { folder, commands: [`exec ${unit}`, script] };
}

const documented = documentedCommands();

test.each(documented.commands)(
  'SIGTERM to the documented `%s` finishes a request that was accepted, and ends it well',
  { timeout: TIMEOUT_MS },
  async (command) => {
    for (const name of ['src', 'node_modules', 'package.json']) symlinkSync(join(ROOT, name), join(home.folder, name));
    const here = command.replaceAll(documented.folder, home.folder);
    running = await startService(home.folder, { DATABASE_URL: home.databaseUrl }, ['/bin/sh', '-c', here]);
    const { pid, port } = running;
    const body = JSON.stringify({ supportNumber: 'NieMaGo1', installUrl: 'https://sklep.pl' });
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length, Expect: '100-continue' };
    const sending = request({ port, method: 'POST', path: '/api/v1/shop-status', headers });
    sending.flushHeaders();
    await once(sending, 'continue'); // from here on it is accepted
    const ended = running.end('SIGTERM');
    sending.end(body);
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    response.resume();

    expect(await ended).toEqual({ code: 0, signal: null, errors: '' });
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
  },
);
