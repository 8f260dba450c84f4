import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readWidgetFiles } from '../../src/api/http/widget-files.ts';
import { shopStatus } from '../../src/contract/shops/shop-status.ts';
import { post, ZURAW } from '../support/requests.ts';
import { service } from '../support/service.ts';

/** Where the bench's pages have a contestant's script. */
const EMBED = /(<!-- embed:start -->)[\s\S]*(<!-- embed:end -->)/;

/** The panel's own entry: a tab on the right edge, as shopGold's panels have it. */
const ENTRY =
  '<button id="PomocOnline" style="position:fixed;right:0;top:300px;width:24px;height:158px;padding:0;writing-mode:vertical-rl">POMOC ONLINE</button>';

/** The tag as documented, on a page that shows no number. */
const TAG = `<script async charset="utf-8" src="/pomoc.js" data-support-number="${ZURAW.supportNumber}" data-install-url="${ZURAW.installUrl}"></script>`;

/**
 * The widget takes the press on the panel's entry away from every other handler, the bench's own among them, which comes
 * later. Run before any script of the page, this lets the bench see the press first.
 */
const SEE_THE_PRESS = `{
  const seers = [];
  addEventListener('click', (event) => seers.forEach((see) => see(event)), true);
  const { arm } = __bench;
  __bench.arm = (...asked) => {
    window.addEventListener = (_, see) => seers.push(see);
    arm(...asked);
    delete window.addEventListener;
  };
}`;

export interface Way {
  label: string;
  /** whether the page has an entry of its own; otherwise the loader draws one */
  hasEntry: boolean;
  /** how long the pointer rests on the entry before it presses */
  hoverMs: number;
}

/** What the service of a vendor would write in. */
const SETTINGS = {
  email: 'pomoc@shopgold.pl',
  phone: '+48 22 123 45 67',
  hours: 'mon-fri 08:00-16:00',
  advisory: 0,
} as const;

/**
 * Writes the built widget as a contestant of the bench: its files, its stubbed answers (the service's own, from the
 * sample registry), and the page that all contestants have, with our tag where theirs stands.
 * @param page any contestant's page
 */
export async function writeContestant(folder: string, page: string, { label, hasEntry, hoverMs }: Way): Promise<void> {
  if (!EMBED.test(page)) throw new Error('The page of the bench does not say where its embed stands');
  // The bench serves all from one host, and says late which: there the loader reads it, where the service would write it.
  for (const [path, { plain }] of readWidgetFiles('dist')({ settings: SETTINGS, host: '{host}' })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), Buffer.from(plain).toString().replace('"{host}"', 'location.host'));
  }
  writeFileSync(join(folder, 'index.html'), page.replace(EMBED, `$1${hasEntry ? ENTRY : ''}${TAG}$2`));
  const adapter = {
    label,
    open: hasEntry ? '#PomocOnline' : '[data-pomoc-online]',
    field: 'input[name=subject]',
    hoverMs,
    init: `if (window.__bench) ${SEE_THE_PRESS}`,
    routes: [{ method: 'POST', match: `^${shopStatus.path}`, body: await statusAnswer() }],
  };
  writeFileSync(join(folder, 'adapter.json'), JSON.stringify(adapter));
}

async function statusAnswer(): Promise<unknown> {
  const { app, discard } = await service();
  const answer = await app.request(shopStatus.path, post(ZURAW));
  const body: unknown = await answer.json();
  await discard();
  if (!answer.ok) throw new Error(`The service answered ${answer.status}`);
  return body;
}

/** The page that every contestant of a bench has. */
export function readPage(bench: string): string {
  return readFileSync(join(bench, 'contestants', 'floor-preact', 'index.html'), 'utf8');
}
