import { afterAll, beforeAll, expect, test } from 'vitest';
import { ATTACHMENTS } from '../../src/contract/files/attachment-limits.ts';
import type { Message } from '../../src/contract/tickets/message.ts';
import { aCustomer, type Customer, newUploadId, putPart } from '../support/customer.ts';
import { HOSTILE_FILES } from '../support/hostile-files.ts';
import { type Service, service } from '../support/service.ts';

/** Everything that may ever stand in a `Content-Type` of a file. */
const ALLOWED = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'application/zip',
  'application/xml',
  'text/csv',
  'text/plain',
];

/** The name under which a browser saves it. */
function savedAs(file: Response): string {
  const [, name = ''] =
    /^attachment; .*filename\*=UTF-8''(.*)$/.exec(file.headers.get('Content-Disposition') ?? '') ?? [];
  return decodeURIComponent(name);
}

let api: Service;
let customer: Customer;
beforeAll(async () => {
  api = await service();
  customer = await aCustomer(api);
});
afterAll(() => api.discard());

test('there are more than sixty', () => {
  expect(HOSTILE_FILES.length).toBeGreaterThan(60);
});

test.each(HOSTILE_FILES)('$what: refused, or given back as data to be saved', async ({ name, content }) => {
  expect(content.length).toBeLessThanOrEqual(ATTACHMENTS.partBytes);
  const id = newUploadId();
  const stored = await putPart(api, content, { id, bearer: customer.token, name });
  if (stored.status !== 200) return void expect([415, 422]).toContain(stored.status);

  const sent = await customer.write('plik', [id]);
  expect(((await sent.json()) as Message).attachments).toMatchObject([{ id, bytes: content.length }]);
  const headers = { Authorization: `Bearer ${customer.token}` };
  const file = await api.app.request(`/api/v1/attachments/${id}`, { headers });
  expect(file.status).toBe(200);
  expect(ALLOWED).toContain(file.headers.get('Content-Type'));
  expect(savedAs(file)).toMatch(/^[^\p{C}/\\:]+\.(?:png|jpe?g|webp|gif|pdf|zip|xml|csv|txt|log)$/u);
  expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(file.headers.get('Content-Security-Policy')).toContain('sandbox');
  expect(file.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  expect(Buffer.compare(Buffer.from(await file.arrayBuffer()), content)).toBe(0);
});

test('programs, archives we do not know, and what is not what it is called are refused', async () => {
  const refused = [];
  for (const { what, name, content } of HOSTILE_FILES) {
    const { status } = await putPart(api, content, { bearer: customer.token, name });
    if (status === 415) refused.push(what);
  }
  expect(refused).toEqual([
    ...['a picture called "../../../../etc/passwd"', 'a picture called "..\\\\..\\\\windows\\\\win.ini"'],
    ...['a picture called "C:\\\\boot.ini"', 'a picture called "faktura\u202egpj.exe"'],
    'a PNG with a page behind',
    'a PDF that is a page',
    'a Java archive',
    'an office document with macros',
    'a document of very much of the same',
    'a Windows program',
    'a Linux program',
    'a Mac program',
    'a gzip that is a bomb',
    'a rar',
    'a WebAssembly program',
    'a Flash film',
  ]);
});

/** S5: what was taken from a stranger with number and address, and what an agent got back. */
const TAKEN: readonly [name: string, content: string | Buffer, savedAs: string][] = [
  ['start.bat', '@echo off\r\ncalc', 'start.bat.txt'],
  ['start.cmd', Buffer.from('\ufeff@echo off\r\ncalc', 'utf16le'), 'start.cmd.txt'],
  ['zrzut\u202egnp.bat', '@echo off\r\ncalc', 'zrzutgnp.bat.txt'],
  ['a.hta', '<script>new ActiveXObject("WScript.Shell").Run("calc")</script>', 'a.hta.txt'],
  ['a.html', '<!doctype html><script>alert(1)</script>', 'a.html.txt'],
  ['a.js', 'WScript.Echo(1)', 'a.js.txt'],
  ['a.vbs', 'MsgBox 1', 'a.vbs.txt'],
  ['a.url', '[InternetShortcut]\nURL=file:///c:/windows/system32/calc.exe', 'a.url.txt'],
  ['a.ps1', 'Start-Process calc', 'a.ps1.txt'],
  ['a.reg', 'Windows Registry Editor Version 5.00', 'a.reg.txt'],
  ['a.desktop', '[Desktop Entry]\nExec=calc', 'a.desktop.txt'],
  ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'a.svg.txt'],
  ['a.svg', '<?xml version="1.0"?><svg onload="alert(1)"/>', 'a.svg.txt'],
  ['a.mhtml', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<script>1</script>', 'a.mhtml.txt'],
  ['a.docm', '<?mso-application progid="Word.Document"?>', 'a.docm.txt'],
  ['a.txt.bat ... ', 'calc', 'a.txt.bat.txt'],
];

test.each(TAKEN)('a stranger’s %j reaches an agent as a text', async (name, content, saved) => {
  const id = newUploadId();
  expect((await putPart(api, Buffer.from(content as string), { id, bearer: customer.token, name })).status).toBe(200);
  const sent = await customer.write('plik', [id]);
  expect(((await sent.json()) as Message).attachments).toMatchObject([{ id, name: saved }]);
  const headers = { Authorization: `Bearer ${customer.token}` };
  expect(savedAs(await api.app.request(`/api/v1/attachments/${id}`, { headers }))).toBe(saved);
});
