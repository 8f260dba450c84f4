import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { FilesProgress } from '../../../widget/features/attachments/files/FilesProgress.tsx';
import filesCss from '../../../widget/features/attachments/files/files.css?inline';
import type { FilesModel } from '../../../widget/features/attachments/files/files-model.ts';
import type { ListModel } from '../../../widget/features/my-tickets/models/list-model.ts';
import type { ReplyModel } from '../../../widget/features/my-tickets/models/reply-model.ts';
import { ThreadModel } from '../../../widget/features/my-tickets/models/thread-model.ts';
import threadCss from '../../../widget/features/my-tickets/my-tickets.css?inline';
import { ThreadView } from '../../../widget/features/my-tickets/views/ThreadView.tsx';
import { TicketList } from '../../../widget/features/my-tickets/views/TicketList.tsx';
import { DraftNotes } from '../../../widget/features/ticket-form/views/DraftNotes.tsx';
import { OnItsWay } from '../../../widget/features/ticket-form/views/OnItsWay.tsx';
import { EMPTY_DRAFT } from '../../../widget/outbox/draft.ts';
import type { Panel, Parts } from '../../../widget/panel.ts';
import laterCss from '../../../widget/styles/later.css?inline';
import css from '../../../widget/styles/panel.css?inline';
import { aDraft, anEntry } from '../../support/widget-nouns.ts';
import { aMessage, aThread, NOT_FOUND, ok } from '../../support/widget-threads.ts';

/** What cannot be broken: no space, no hyphen. */
const LONG = `https://www.sklep.example/index.php?${'parametr_'.repeat(17)}`;
const FILE = { id: 'f', name: `${LONG}.txt`, type: 'text/plain', bytes: 12 };

const panel = {
  draft: signal(aDraft({ subject: LONG, description: LONG })),
  submission: signal({ state: 'waiting', entry: anEntry({ draft: aDraft({ subject: LONG, description: LONG }) }) }),
  otherDrafts: signal({ others: signal([aDraft({ subject: LONG, tabDraft: '/#1' })]) }),
  isDurable: signal(true),
  emailLink: () => 'mailto:pomoc@shopgold.pl',
  emailAddress: () => `${'pomoc'.repeat(30)}@shopgold.pl`,
  navigate() {},
} as unknown as Panel;
const parts = { sending: signal(null), attachments: signal(null) } as unknown as Parts;

const reply = {
  text: signal(LONG),
  lengthError: signal(undefined),
  isKept: signal(true),
  sending: signal({ state: 'waiting', entry: { kind: 'message', draft: { ...EMPTY_DRAFT, description: LONG } } }),
  files: signal(undefined),
  resume() {},
} as unknown as ReplyModel;

async function aThreadView() {
  const message = aMessage(2, { author: LONG, text: LONG, attachments: [{ ...FILE, id: 'a' }] });
  const read = aThread({ subject: LONG, messages: [aMessage(1, { text: LONG }), message] });
  const thread = new ThreadModel({
    number: '1000015',
    client: { readTicket: async () => ok(read), markSeen: async () => ok(null), readAttachment: async () => NOT_FOUND },
    withCredentials: (_number, ask) => ask('t'),
    announce() {},
    onSeen() {},
  });
  await thread.refresh();
  return <ThreadView number="1000015" Title="h2" thread={thread} reply={reply} />;
}

function aList() {
  const row = { ...aThread(), subject: LONG, unread: 3 };
  const list = {
    rows: signal([row]),
    state: signal('shown'),
    identityState: signal('signed'),
    hasOlder: signal(false),
    refresh: async () => 60_000,
  } as unknown as ListModel;
  return <TicketList panel={panel} parts={parts} list={list} />;
}

const files = { progress: signal({}), canStop: signal(false) } as unknown as FilesModel;

const host = document.createElement('div');
const root = host.attachShadow({ mode: 'open' });
root.adoptedStyleSheets = [css, laterCss, threadCss, filesCss].map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
});

afterEach(() => {
  render(null, root);
  host.remove();
});

test.each([
  ['a thread', aThreadView],
  ['the list of tickets', aList],
  ['a ticket on its way', () => <OnItsWay panel={panel} parts={parts} />],
  ['drafts of other tabs', () => <DraftNotes panel={panel} parts={parts} />],
  ['files on their way', () => <FilesProgress model={files} files={[FILE]} />],
])('%s is no wider than the drawer, whatever people wrote', async (_what, view) => {
  document.body.append(host);
  host.popover = 'manual';
  host.showPopover();
  render(
    <div class="drawer">
      <div class="content">{await view()}</div>
    </div>,
    root,
  );
  const content = root.querySelector('.content');
  await expect.poll(() => content?.textContent).toContain('parametr_');
  expect(content?.clientWidth).toBeGreaterThan(300);
  expect(content?.scrollWidth).toBe(content?.clientWidth);
});
