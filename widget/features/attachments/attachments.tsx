import { type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import type { Result } from '../../../browser/deliver.ts';
import type { TicketReceipt } from '../../../src/contract/tickets/open-ticket.ts';
import type { Boot } from '../../host-page/embed-config.ts';
import type { Facts } from '../../host-page/facts.ts';
import type { AttachedFile } from '../../outbox/attached-file.ts';
import type { Draft } from '../../outbox/draft.ts';
import type { TicketEntry } from '../../outbox/ticket-entry.ts';
import type { WidgetStore } from '../../outbox/widget-store.ts';
import type { TicketClient } from '../../service/ticket-client.ts';
import { adoptStyles } from '../../styles/adopt-styles.ts';
import { DiagnosticsField } from './diagnostics/DiagnosticsField.tsx';
import { DiagnosticsModel } from './diagnostics/diagnostics-model.ts';
import { FilesField } from './files/FilesField.tsx';
import { FilesProgress } from './files/FilesProgress.tsx';
import css from './files/files.css?inline';
import { type FilesDeps, FilesModel } from './files/files-model.ts';
import { parcelOfEntry } from './files/parcel-of-entry.ts';
import { createPutPart } from './files/put-part.ts';
import type { Failure, Outcome, Parcel } from './files/upload-batch.ts';

export interface AttachmentsDeps {
  boot: Boot;
  store: WidgetStore;
  draft: ReadonlySignal<Draft>;
  edit: (change: Partial<Draft>) => void;
  facts: () => Facts;
  faults: readonly Event[];
}

/**
 * What goes with a ticket beside its text: files and technical information; with a reply files alone. It loads when one
 * of them is asked for.
 */
export interface Attachments {
  /** under the form's text */
  Fields: () => JSX.Element;
  /** under a ticket on its way that has files */
  Progress: Files['Progress'];
  /** does what was pressed before this was loaded: `file`, `screen`, `facts`; or takes what was pasted or dropped */
  open: (what: string | File[]) => void;
  /** resolves when no file is being prepared any more */
  settled: () => Promise<unknown>;
  /** opens a ticket with files: those first */
  openTicket: (entry: TicketEntry, client: Pick<TicketClient, 'openTicket'>) => Promise<Result<TicketReceipt>>;
}

/** Files of a ticket or of a reply. */
export interface Files {
  /** under the text */
  Field: () => JSX.Element;
  /** under what is on its way */
  Progress: ComponentType<{ files: AttachedFile[] }>;
  open: Attachments['open'];
  settled: Attachments['settled'];
  /** sends files and then what names them, which was written at a time: milliseconds since 1970 */
  deliver: <T extends Outcome>(parcel: Parcel, send: () => Promise<T>, createdAt: number) => Promise<T | Failure>;
}

const adopt = adoptStyles(css);

/** Files of replies reach the service the same way. */
export { createPutPart };

/** @param wanted what was pressed, and is to be done once it is shown */
export function openFiles(deps: FilesDeps, wanted = signal('')): Files {
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
    deliver: (parcel, send, createdAt) => files.deliver(parcel, send, createdAt >= openedAt),
  };
}

export function openAttachments(deps: AttachmentsDeps): Attachments {
  const { boot } = deps;
  const wanted = signal('');
  const files = openFiles(deps, wanted);
  const diagnostics = new DiagnosticsModel({ ...deps, context: () => boot.context ?? {} });
  const putPart = createPutPart(boot.api);
  return {
    ...files,
    Fields: () => (
      <div class="form">
        <files.Field />
        <DiagnosticsField model={diagnostics} wanted={wanted} />
      </div>
    ),
    openTicket: (entry, client) =>
      files.deliver(parcelOfEntry(entry, putPart), () => client.openTicket(entry), entry.createdAt),
  };
}
