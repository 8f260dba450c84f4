import { pino } from 'pino';
import { readSettings } from '../src/settings.ts';
import { DEMO_AGENTS } from './seed-agents.ts';
import { serveWholeDemo } from './serve.ts';

/** The demo needs no secret of anybody's, and a phone to show in an outage. */
const DEMO_SETTINGS = { SECRET_KEY: `${'A'.repeat(43)}=`, SUPPORT_PHONE: '+48 22 123 45 67', LOG_LEVEL: 'warn' };

/** `npm start`: everything on one port, ready to try. */
async function start(): Promise<void> {
  const settings = readSettings({ ...DEMO_SETTINGS, ...process.env });
  const demo = await serveWholeDemo(settings, pino({ level: settings.logLevel }));
  const { port } = demo;
  process.stdout.write(`
Pomoc online – demo

  Od czego zacząć      http://localhost:${port}/demo/

  Księgarnia Żuraw     http://zuraw.localhost:${port}/zarzadzanie/
  Rowery Koło          http://rowery.localhost:${port}/sklep/zarzadzanie/
  Źródło Smaków        http://smaki.localhost:${port}/zarzadzanie/

  Biurko pomocy        http://localhost:${port}/desk/
                       ${DEMO_AGENTS.ola.email} · ${DEMO_AGENTS.ola.password}
                       ${DEMO_AGENTS.jan.email} · ${DEMO_AGENTS.jan.password}

Ctrl+C kończy.
`);
  const stop = () => void demo.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

start().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
