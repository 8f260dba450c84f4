import { readSettings, type Settings } from '../src/settings.ts';
import { DEMO_AGENTS } from './seed-agents.ts';

/** The demo needs no secret of anybody's, a phone to show in an outage, and a page where updates would be. */
const DEFAULTS = {
  SECRET_KEY: `${'A'.repeat(43)}=`,
  SUPPORT_PHONE: '+48 22 123 45 67',
  UPDATES_URL: 'https://shopgold.example/konto/aktualizacje',
  LOG_LEVEL: 'warn',
};

/** The settings of the demo: those of the environment, and defaults for the others. */
export function demoSettings(): Settings {
  return readSettings({ ...DEFAULTS, ...process.env });
}

/** The text printed once the demo is ready. */
export function welcome(port: number): string {
  return `
Pomoc online – demo

  Od czego zacząć      http://localhost:${port}/demo/

  Księgarnia Żuraw     http://zuraw.localhost:${port}/zarzadzanie/
  Rowery Koło          http://rowery.localhost:${port}/sklep/zarzadzanie/
  Źródło Smaków        http://smaki.localhost:${port}/zarzadzanie/

  Biurko pomocy        http://localhost:${port}/desk/
                       ${DEMO_AGENTS.ola.email} · ${DEMO_AGENTS.ola.password}
                       ${DEMO_AGENTS.jan.email} · ${DEMO_AGENTS.jan.password}

  Poczta               http://localhost:${port}/demo/poczta

Ctrl+C kończy.
`;
}
