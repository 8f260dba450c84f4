import type * as Doctor from '../doctor.ts';
import type { PanelHandle, PanelModule } from '../panel.ts';
import type { EmbedConfig, Reader } from './embed-config.ts';
import { hasLabel } from './has-label.ts';
import type { PanelRecord } from './known-shop.ts';
import { replacedNatives } from './natives.ts';

// What only some pages need, and the loader asks for then.
export { keepEntry } from './keep-entry.ts';

/** Written in by the build: the files by name, on the host of this module. */
declare const __FILES__: Record<string, string>;

const read = () => importFile<Reader>('reader');

/**
 * Starts the panel. Of all features that it needs, every browser got popovers last: one without them is told by a sentence,
 * which the loader shows.
 * @param here as for `importFile`
 */
export async function startPanel(config: EmbedConfig, file: string, here: Promise<unknown>): Promise<PanelHandle> {
  if (!('popover' in document.documentElement)) throw 'Ta przeglądarka jest za stara.';
  config.read = read;
  return (await importFile<PanelModule>(file, here)).start(config);
}

/** Has the shop learned, if this page has a label or an earlier release remembered something. */
export async function learnShop(
  config: EmbedConfig & Pick<PanelRecord, 'unchecked'>,
  recall: (path: string) => PanelRecord,
): Promise<void> {
  try {
    if (config.unchecked[0] || hasLabel(document)) return await (await read()).learnShop(config, recall);
  } catch {}
  config.isLearning = false;
  if (config.onLearned) config.onLearned();
}

/** Executes a call of the page. The self-check is a file of its own: it says why the panel does not come. */
export async function execute(
  call: unknown[],
  config: EmbedConfig,
  load: () => Promise<PanelHandle>,
): Promise<unknown> {
  if (call[0] !== 'doctor') return (await load()).call(call);
  return (await importFile<typeof Doctor>('doctor')).examine(config, load);
}

const imports: Record<string, Promise<unknown>> = {};

/**
 * Imports a file of ours once; after a failure the next call tries again.
 * @param name `reader`, `doctor`, or the path of the panel's file or the badge's
 * @param here its import into the page, if that has begun; it gives nothing when that fails
 */
export function importFile<Module>(name: string, here?: Promise<unknown>): Promise<Module> {
  const [origin] = /^\w+:\/\/[^/]+\//.exec(import.meta.url) || [];
  const file = `${origin}${__FILES__[name] || name}`;
  const started = imports[file] || importInto(file, here);
  imports[file] = started;
  started.catch(() => {
    delete imports[file];
  });
  return started as Promise<Module>;
}

/**
 * Imports a file: into the page if its built-ins are as the browser made them, otherwise into a realm of its
 * own, a hidden frame that knows the page's window, and on whose window the file leaves what it exports. No browser
 * repeats a failed import for the life of a page, and a new realm knows of no failure.
 */
async function importInto(file: string, here?: Promise<unknown>): Promise<unknown> {
  const importHere = () => import(/* @vite-ignore */ file);
  if (!replacedNatives(window)[0]) {
    const imported = await (here || importHere().catch(() => {}));
    if (imported) return imported;
  }
  // In a shadow root, so that the page does not count one frame more.
  const holder = document.createElement('div');
  holder.style.display = 'none';
  document.documentElement.appendChild(holder);
  const frame = document.createElement('iframe');
  await loaded(frame, holder.attachShadow({ mode: 'open' }));
  const realm = frame.contentWindow as Window & { sgPomocPage?: Window };
  let script: HTMLScriptElement;
  try {
    realm.sgPomocPage = window;
    script = realm.document.createElement('script');
    script.type = 'module';
    // For strict policies: what another document makes does not inherit it. A page has one.
    const trusted = document.querySelector<HTMLScriptElement>('script[nonce]');
    if (trusted) script.nonce = trusted.nonce;
    script.src = file;
  } catch {
    return importHere(); // in such a sandbox, or where Trusted Types allow no script
  }
  await loaded(script, realm.document.head);
  return realm;
}

/** Waits for an element, put into a parent, to load: a thenable, as the page's `Promise` may be its own. */
const loaded = (element: HTMLElement, parent: Node) => ({
  // biome-ignore lint/suspicious/noThenProperty: it is awaited
  then(resolve: (event: Event) => void, reject: OnErrorEventHandler) {
    element.onload = resolve;
    element.onerror = reject;
    parent.appendChild(element);
  },
});
