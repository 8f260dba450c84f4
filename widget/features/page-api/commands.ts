import { host } from '../../../browser/host.ts';
import type { EmbedConfig, PageSession } from '../../host-page/embed-config.ts';
import { mountInline } from '../../inline/mount-inline.tsx';
import type { WidgetStore } from '../../outbox/widget-store.ts';
import type { Assemble, Panel } from '../../panel.ts';
import { readUnread } from '../badge/unread.ts';
import { CallError } from './call-error.ts';
import { listen, listenOnce, unlisten, unlistenAll } from './listeners.ts';
import { fillIn } from './prefill.ts';
import { showLauncher } from './show-launcher.ts';
import { tellDoctor } from './tell-doctor.ts';

/** The part of the panel that calls of a page act on. */
export interface CommandDeps {
  config: EmbedConfig;
  page: PageSession;
  store: WidgetStore;
  panel: Pick<Panel, 'shop' | 'draft' | 'edit' | 'submission'>;
  assemble: Assemble;
  isOpen: () => boolean;
  /** @param isAskedFor moves the focus into the drawer */
  show: (isAskedFor: boolean) => void;
  close: () => void;
  toggle: () => void;
  /** hides the drawer, minimised or not */
  hide: () => void;
}

/** A valid name of a value that a page adds to the diagnostics. */
const CONTEXT_NAME = /^[a-zA-Z]{1,40}$/;

/**
 * The commands of `SGPomoc`, by name, as `pomoc.d.ts` describes them. Each validates its arguments: the page's developer
 * reads errors in the console.
 */
const COMMANDS: Record<keyof SGPomocCommands, (deps: CommandDeps, ...details: unknown[]) => unknown> = {
  open({ panel, show }, prefill) {
    if (prefill !== undefined) fillIn(panel, readPrefill(prefill));
    show(true);
  },
  close: ({ close }) => close(),
  toggle: ({ toggle }) => toggle(),
  prefill: ({ panel }, prefill) => fillIn(panel, readPrefill(prefill)),
  show: ({ config }) => showLauncher(config.launcher, true),
  hide: ({ config }) => showLauncher(config.launcher, false),
  identify({ page }, token) {
    if (typeof token !== 'string') throw new CallError('invalid-argument', "identify('eyJ…'), a signed token");
    page.token = token;
    host.dispatchEvent(new CustomEvent('sgpomoc:identify'));
  },
  context({ page }, lines) {
    const entries = Object.entries(readStrings(lines, "context({order: '1234'})"));
    if (!entries.every(([name]) => CONTEXT_NAME.test(name))) {
      throw new CallError('invalid-argument', 'Names of context are 1 to 40 letters');
    }
    page.context = { ...page.context, ...Object.fromEntries(entries) };
  },
  on: (_, event, listener) => listen(event, listener),
  off: (_, event, listener) => unlisten(event, listener),
  once: (_, event, listener) => listenOnce(event, listener),
  async mount({ config, assemble }, element) {
    if (!(element as Element | null)?.isConnected)
      throw new CallError('invalid-argument', 'mount(element), which is in the page');
    await mountInline(element as HTMLElement, config, assemble);
  },
  state: readState,
  doctor: tellDoctor,
  destroy({ page, close, hide }) {
    close();
    hide();
    page.isOver = true;
    for (const tag of host.document.querySelectorAll<HTMLElement>('script[src*="/pomoc.js"]'))
      tag.dataset.launcher = 'none';
    for (const drawn of host.document.querySelectorAll('[data-pomoc-online=auto]')) drawn.replaceWith();
    host.dispatchEvent(new CustomEvent('sgpomoc:over'));
    unlistenAll();
    delete (host as { SGPomoc?: unknown }).SGPomoc;
  },
};

/** Executes a call of the page. @throws CallError */
export default function runCommand(deps: CommandDeps, [command, ...details]: unknown[]): unknown {
  const run = Object.hasOwn(COMMANDS, command as string) && COMMANDS[command as keyof SGPomocCommands];
  if (!run) throw new CallError('unknown-command', `Commands: ${Object.keys(COMMANDS).join(', ')}`);
  return run(deps, ...details);
}

/** What a page may know: no text that a person wrote, no token and no session. */
function readState({ config, page, panel, isOpen }: CommandDeps): SGPomocState {
  return {
    isOpen: isOpen(),
    shop: panel.shop.identity.peek(),
    support: panel.shop.status.peek()?.support.state ?? null,
    isSigned: Boolean(page.session),
    ticket: panel.submission.peek().state,
    unread: readUnread(config.panelPath).count,
  };
}

function readPrefill(prefill: unknown): SGPomocPrefill {
  return readStrings(prefill, "{topic: 'outage', subject: '…', description: '…', email: '…', name: '…'}");
}

function readStrings(given: unknown, takes: string): Record<string, string> {
  const isRecord = typeof given === 'object' && given !== null;
  if (!isRecord || !Object.values(given).every((value) => typeof value === 'string')) {
    throw new CallError('invalid-argument', `It takes ${takes}, all of it text`);
  }
  return given as Record<string, string>;
}
