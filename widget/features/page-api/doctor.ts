import { host } from '../../../browser/host.ts';
import type { Finding } from '../../doctor.ts';
import type { EmbedConfig, PageSession } from '../../host-page/embed-config.ts';
import { FACTS, type Facts } from '../../host-page/facts.ts';
import { findLauncher } from '../../host-page/launcher.ts';
import { identityOf } from '../../identity/identity.ts';
import type { WidgetStore } from '../../outbox/widget-store.ts';
import type { Panel } from '../../panel.ts';

export interface Examined {
  config: EmbedConfig;
  page: PageSession;
  store: WidgetStore;
  panel: Pick<Panel, 'shop'>;
}

/**
 * What only the panel knows of a page's integration: the shop and where it comes from, the entry, what is stored, and who
 * is signed. The part of `SGPomoc('doctor')` that runs without the panel asks for it. Names no token, session or text.
 */
export async function examine({ config, page, store, panel }: Examined): Promise<Finding[]> {
  await panel.shop.settled();
  const identity = await signed(config, page);
  return [
    ...(await readFrom({ config, page, store, panel })),
    launcher(config),
    await storage(store),
    ...shopStatus(panel, page),
    identity,
  ];
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

/** The entry. Of frames one has it: the others, and small ones, are in order without. */
function launcher({ launcher: selector }: EmbedConfig): Finding {
  const found = findLauncher(host.document, selector);
  const isFrame = host !== host.top;
  if (!found)
    return {
      check: 'launcher',
      isOk: isFrame || selector === 'none',
      found: isFrame ? 'none: a small frame, or another has it' : `nothing fits data-launcher="${selector}"`,
    };
  const { nodeName, id } = found;
  const drawn = found.dataset.pomocOnline === 'auto' ? ', drawn by us' : '';
  return { check: 'launcher', isOk: true, found: `${nodeName.toLowerCase()}${id && `#${id}`}${drawn}` };
}

async function storage(store: WidgetStore): Promise<Finding> {
  const isOk = await store.isDurable();
  return { check: 'storage', isOk, found: isOk ? 'IndexedDB' : 'memory only' };
}

/** What the service says of the shop, of this page's host, and of signatures. */
function shopStatus({ shop }: Examined['panel'], { session }: PageSession): Finding[] {
  const { last, isFresh } = shop.statusState.peek();
  if (!last || !isFresh) return [{ check: 'support', isOk: false, found: 'not known' }];
  const { support, origin, shop: registered, signature } = last.status;
  const isRefused = signature === 'required' && !session;
  return [
    { check: 'support', isOk: support.state === 'active', found: support.state },
    {
      check: 'registered',
      isOk: !!registered,
      found: registered ? `${registered.supportNumber} at ${registered.host}` : 'no such shop',
    },
    {
      check: 'origin',
      isOk: origin === 'own' || (origin === 'unknown' && !!session),
      found: ORIGINS[origin] ?? origin,
    },
    {
      check: 'signature',
      isOk: !isRefused,
      found: isRefused ? 'required, and nothing is signed here' : signature,
    },
  ];
}

/** Whose host the page is on, as the service sees it. */
const ORIGINS: Record<string, string> = {
  own: "the shop's",
  'other-shop': "another shop's: who sends unsigned is asked first",
  unknown: 'not registered for the shop: unsigned tickets come behind others',
};

/** Opens a session, as „Moje zgłoszenia” would. */
async function signed(config: EmbedConfig, page: PageSession): Promise<Finding> {
  const { tokenUrl } = config;
  const identity = identityOf(config, page);
  await identity.session();
  const state = identity.state();
  const { origin } = new URL(tokenUrl || '', host.location.href);
  const found =
    origin === host.location.origin ? state : `${state}: data-token-url is on ${origin}, which is not asked`;
  return { check: 'identity', isOk: state === 'signed' || state === 'unsigned', found };
}
