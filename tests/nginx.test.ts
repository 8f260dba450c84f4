import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChildService, startService, temporaryHome } from './support/child-service.ts';
import { freePort } from './support/free-port.ts';

const PROGRAMS = { nginx: ['-v'], openssl: ['version'] };
const missing = Object.entries(PROGRAMS).flatMap(([name, options]) => (runs(name, options) ? [] : [name]));

/** The lines that docs/operating.md gives, as they stand there. */
const [, LINES = ''] =
  /^```nginx\n(.*?)^```$/ms.exec(readFileSync(new URL('../docs/operating.md', import.meta.url), 'utf8')) ?? [];

let folder: string;
let home: ReturnType<typeof temporaryHome>;
let service: ChildService | undefined;
let nginx: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pomoc-nginx-'));
  home = temporaryHome();
});
afterEach(async () => {
  if (nginx?.exitCode === null) {
    nginx.kill('SIGTERM');
    await once(nginx, 'close');
  }
  await service?.end('SIGKILL');
  home.discard();
  rmSync(folder, { recursive: true });
});

test('the documentation has lines for nginx', () => {
  expect(LINES).toContain('proxy_pass');
});

test('nginx with the documented lines speaks HTTP/2 and passes the port on, without which nobody signs in', {
  timeout: 60_000,
}, async ({ skip }) => {
  skip(missing.length > 0, `there is no ${missing.join(', no ')} here`);
  service = await startService(home.folder, { DATABASE_URL: home.databaseUrl, TRUSTED_PROXY: 'loopback' });
  const port = await freePort();
  const configuration = writeConfiguration({ port, servicePort: service.port });
  const options = ['-c', configuration, '-p', folder];
  execFileSync('nginx', ['-t', ...options], { stdio: 'pipe' });

  nginx = spawn('nginx', [...options, '-g', 'daemon off;'], { stdio: 'ignore' });
  const origin = `https://localhost:${port}`;
  await expect.poll(() => ask(port, origin, 'wrong password'), { timeout: 20_000 }).toEqual([401, 'unauthorised']);
  expect(await ask(port, 'https://localhost', 'wrong password')).toEqual([403, 'foreign-page']);
});

/** The documented lines with a certificate and ports of this test. */
function writeConfiguration({ port, servicePort }: { port: number; servicePort: number }): string {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-days', '1'];
  execFileSync('openssl', [...request, '-keyout', key, '-out', certificate], { stdio: 'pipe' });
  const lines = [
    [/127\.0\.0\.1:4100/, `127.0.0.1:${servicePort}`],
    [/listen 443/, `listen 127.0.0.1:${port}`],
    [/ssl_certificate .*;/, `ssl_certificate ${certificate};`],
    [/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`],
  ] as const;
  const server = lines.reduce((text, [documented, ours]) => {
    expect(text).toMatch(documented);
    return text.replace(documented, ours);
  }, LINES);
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(
    configuration,
    `pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${folders.join(' ')}\n${server}}`,
  );
  return configuration;
}

/** Signs in over HTTP/2 as a page of this origin would; null while nobody listens. */
function ask(port: number, origin: string, password: string): Promise<[status: number, code: string] | null> {
  return new Promise((resolve) => {
    const session = connect(`https://localhost:${port}`, { rejectUnauthorized: false });
    session.on('error', () => resolve(null));
    const sending = session.request({
      ':method': 'POST',
      ':path': '/api/desk/session',
      'content-type': 'application/json',
      origin,
    });
    sending.on('error', () => resolve(null));
    sending.on('response', async ({ ':status': status = 0 }) => {
      const { code } = JSON.parse(await text(sending));
      session.close();
      resolve([status, code]);
    });
    sending.end(JSON.stringify({ email: 'ola@shopgold.pl', password }));
  });
}

function runs(program: string, options: string[]): boolean {
  try {
    execFileSync(program, options, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
