import { type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import type { Result } from '../../../browser/deliver.ts';
import type { AttachedFile } from '../../../browser/files/attached-file.ts';
import type { Failure, Outcome, UploadBatch } from '../../../browser/files/upload-batch.ts';
import type { TicketReceipt } from '../../../src/contract/tickets/open-ticket.ts';
import type { EmbedConfig, PageSession } from '../../host-page/embed-config.ts';
import type { Draft } from '../../outbox/draft.ts';
import type { TicketEntry } from '../../outbox/ticket-entry.ts';
import type { WidgetStore } from '../../outbox/widget-store.ts';
import type { TicketClient } from '../../service/ticket-client.ts';
import { adoptStyles } from '../../styles/adopt-styles.ts';
import type { ShopModel } from '../ticket-form/models/shop-model.ts';
import { DiagnosticsField } from './diagnostics/DiagnosticsField.tsx';
import { DiagnosticsModel } from './diagnostics/diagnostics-model.ts';
import { FilesField } from './files/FilesField.tsx';
import { FilesProgress } from './files/FilesProgress.tsx';
import css from './files/files.css?inline';
import { type FilesDeps, FilesModel } from './files/files-model.ts';
import { createPutPart } from './files/put-part.ts';
import { batchOfTicket } from './files/upload-batch.ts';

export interface AttachmentsDeps {
  config: EmbedConfig;
  page: PageSession;
  store: WidgetStore;
  panel: { draft: ReadonlySignal<Draft>; edit: (change: Partial<Draft>) => void; shop: Pick<ShopModel, 'facts'> };
  faults: readonly Event[];
}

/**
 * Attachments of a ticket: files and diagnostics; of a reply: files only. Loaded when one of them is wanted.
 */
export interface Attachments {
  /** under the form's text */
  Fields: () => JSX.Element;
  /** the progress of a ticket with files being sent */
  Progress: Files['Progress'];
  /** Executes the button pressed before this was loaded (`file`, `screen`, `facts`), or adds pasted or dropped files. */
  open: (what: string | File[]) => void;
  /** Resolves when no file is being prepared any more. */
  settled: () => Promise<unknown>;
  /** Sends a ticket with its files: the files first. */
  openTicket: (entry: TicketEntry, client: Pick<TicketClient, 'openTicket'>) => Promise<Result<TicketReceipt>>;
}

/** Files of a ticket or of a reply. */
export interface Files {
  /** under the text */
  Field: () => JSX.Element;
  /** under the ticket or reply being sent */
  Progress: ComponentType<{ files: AttachedFile[] }>;
  open: Attachments['open'];
  settled: Attachments['settled'];
  /** uploads files, then sends what names them. @param createdAt milliseconds since 1970 */
  deliver: <T extends Outcome>(batch: UploadBatch, send: () => Promise<T>, createdAt: number) => Promise<T | Failure>;
}

const adopt = adoptStyles(css);

/** @param wanted the button pressed before this was loaded: executed once it is shown */
function openFiles(deps: FilesDeps, wanted = signal('')): Files {
  const openedAt = Date.now();
  const files = new FilesModel(deps);
  files.sweep();
  return {
    Field: () => (
      <div ref={adopt}>
        <FilesField model={files} wanted={wanted} />
      </div>
    ),
    Progress: (props) => (
      <div ref={adopt}>
        <FilesProgress model={files} {...props} />
      </div>
    ),
    open(what) {
      if (typeof what === 'string') wanted.value = what;
      else files.add(what);
    },
    settled: files.settled,
    // A stamp that lies ahead is not of this page: an earlier one may have sent it.
    deliver: (batch, send, createdAt) => files.deliver(batch, send, createdAt >= openedAt && createdAt <= Date.now()),
  };
}

function openAttachments(deps: AttachmentsDeps): Attachments {
  const { config, page, store, faults, panel } = deps;
  const { draft, edit, shop } = panel;
  const wanted = signal('');
  const files = openFiles({ draft, edit, store }, wanted);
  const facts = () => shop.facts.peek();
  const diagnostics = new DiagnosticsModel({ draft, edit, facts, faults, context: () => page.context });
  const putPart = createPutPart(config.api, page);
  return {
    ...files,
    Fields: () => (
      <div class="form">
        <files.Field />
        {!config.isInline && <DiagnosticsField model={diagnostics} wanted={wanted} />}
      </div>
    ),
    openTicket: (entry, client) =>
      files.deliver(batchOfTicket(entry, putPart), () => client.openTicket(entry), entry.createdAt),
  };
}

/** Files of replies are uploaded in the same way as those of tickets. */
export default { openAttachments, openFiles, createPutPart };
