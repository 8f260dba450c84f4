import { host } from '../../../browser/host.ts';
import { randomId } from '../../../browser/random-id.ts';
import type { EmbedConfig, PageSession } from '../../host-page/embed-config.ts';
import { FACTS, type Facts } from '../../host-page/facts.ts';
import { findLauncher } from '../../host-page/launcher.ts';
import { replacedNatives } from '../../host-page/natives.ts';
import { identityOf } from '../../identity/identity.ts';
import type { WidgetStore } from '../../outbox/widget-store.ts';
import type { Panel } from '../../panel.ts';

/** One check: whether it is in order, and what was found. */
export interface Finding {
  check: string;
  isOk: boolean;
  found: string;
}

export interface Examined {
  config: EmbedConfig;
  page: PageSession;
  store: WidgetStore;
  panel: Pick<Panel, 'shop'>;
}

/**
 * Checks a page's integration for the developer who pasted the tag. It names no token, session or text.
 * @returns the findings, also logged as a table in the console
 */
export async function examine({ config, page, store, panel }: Examined): Promise<Finding[]> {
  await panel.shop.settled();
  const findings = [
    ...(await readFrom({ config, page, store, panel })),
    launcher(config),
    await storage(store),
    await service(config),
    support(panel),
    await signed(config, page),
    tags(),
    builtIns(),
  ];
  // biome-ignore lint/suspicious/noConsole: the console is where a developer asked
  console.table(findings);
  return findings;
}

/** The source of each fact: the tag, this page, what is kept of this panel, a person, or the signed session. */
async function readFrom({ config, panel: { shop } }: Examined): Promise<Finding[]> {
  const source = shop.source.peek();
  const used = shop.facts.peek();
  const reader = await config.read?.().catch(() => null);
  const page: Facts = (await reader?.readOwnFacts()) ?? {};
  return FACTS.map((fact) => {
    const isRead = page[fact] && (!source || source === 'recognised' || fact === 'shopVersion');
    const value = isRead ? page[fact] : used[fact];
    return {
      check: fact,
      isOk: !!used[fact] || fact === 'shopVersion',
      found: value
        ? `${value}, from ${isRead ? 'this page' : source === 'tag' ? 'the tag' : `the ${source} shop`}`
        : 'not found',
    };
  });
}

/** Of several tags the first counts. */
function tags(): Finding {
  const { tags: count = 1 } = (host as unknown as { SGPomoc?: { tags?: number } }).SGPomoc ?? {};
  return { check: 'tags', isOk: count === 1, found: `${count}` };
}

/** What the loader and a module leave on the window of a realm of ours. */
const OURS = ['sgPomocPage', 'start'];

/** Built-ins that the page replaced: no fault, as this help then has others. */
function builtIns(): Finding {
  const replaced = replacedNatives(host, globalThis as unknown as Window).filter((name) => !OURS.includes(name));
  const found = `the page replaced ${replaced.join(', ')}; this help runs in a frame with the browser's own`;
  return { check: 'built-ins', isOk: true, found: replaced[0] ? found : "the browser's own" };
}

function launcher({ launcher: selector }: EmbedConfig): Finding {
  if (host.document.body?.nodeName === 'FRAMESET') {
    return { check: 'launcher', isOk: false, found: 'a frameset: the tag belongs into the frame with the content' };
  }
  const found = findLauncher(host.document, selector);
  if (!found)
    return { check: 'launcher', isOk: selector === 'none', found: `nothing fits data-launcher="${selector}"` };
  const { nodeName, id } = found;
  const drawn = found.dataset.pomocOnline === 'auto' ? ', drawn by us' : '';
  return { check: 'launcher', isOk: true, found: `${nodeName.toLowerCase()}${id && `#${id}`}${drawn}` };
}

async function storage(store: WidgetStore): Promise<Finding> {
  const isOk = await store.isDurable();
  return { check: 'storage', isOk, found: isOk ? 'IndexedDB' : 'memory of this page only' };
}

/** A request that needs only a connection, and that no service worker can answer from its cache. If a policy of the page forbids it, it looks like a network failure. */
async function service({ api }: EmbedConfig): Promise<Finding> {
  const blocked: string[] = [];
  const note = ({ violatedDirective, blockedURI }: SecurityPolicyViolationEvent) =>
    void (blockedURI.startsWith(api) && blocked.push(violatedDirective));
  globalThis.document.addEventListener('securitypolicyviolation', note); // of the realm that asks
  const found = await fetch(`${api}/pomoc.js?_=${randomId(6)}`, { credentials: 'omit', cache: 'no-store' }).then(
    () => '',
    () => (blocked[0] ? `the page's ${blocked[0]} forbids it` : 'no answer'),
  );
  globalThis.document.removeEventListener('securitypolicyviolation', note);
  return { check: 'service', isOk: !found, found: found ? `${api}: ${found}` : api };
}

function support({ shop }: Examined['panel']): Finding {
  const { last, isFresh } = shop.statusState.peek();
  const state = last && isFresh ? last.status.support.state : 'not known';
  return { check: 'support', isOk: state === 'active', found: state };
}

/** Opens a session, as „Moje zgłoszenia” would. */
async function signed(config: EmbedConfig, page: PageSession): Promise<Finding> {
  const identity = identityOf(config, page);
  await identity.session();
  const state = identity.state();
  return { check: 'identity', isOk: state === 'signed' || state === 'unsigned', found: state };
}
