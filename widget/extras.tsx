import './transport.ts'; // which came with the form: what the two share stays in one piece
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import type { Boot } from './boot.ts';
import { DiagnosticsField } from './diagnostics/DiagnosticsField.tsx';
import { DiagnosticsModel } from './diagnostics/diagnostics-model.ts';
import { adoptStyles } from './files/adopt-styles.ts';
import { FilesField } from './files/FilesField.tsx';
import { FilesProgress } from './files/FilesProgress.tsx';
import css from './files/files.css?inline';
import { FilesModel } from './files/files-model.ts';
import { createPutPart } from './files/put-part.ts';
import type { Facts } from './host-page/facts.ts';
import type { Draft } from './outbox/draft.ts';
import type { Entry } from './outbox/entry.ts';
import type { Keeper } from './outbox/keeper.ts';
import type { Delivery, TicketClient } from './ticket-client.ts';

export interface ExtrasDeps {
  boot: Boot;
  keeper: Keeper;
  draft: ReadonlySignal<Draft>;
  edit: (change: Partial<Draft>) => void;
  facts: () => Facts;
  faults: readonly Event[];
}

/** What goes with a ticket beside its text: files and technical information. It loads when one of them is asked for. */
export interface Extras {
  /** under the form's text */
  Fields: () => JSX.Element;
  /** under a ticket on its way that has files */
  Progress: ComponentType<{ entry: Entry }>;
  /** does what was pressed before this was loaded: `file`, `screen`, `facts`; or takes what was pasted or dropped */
  open: (what: string | File[]) => void;
  /** resolves when no file is being prepared any more */
  settled: () => Promise<unknown>;
  /** opens a ticket with files: those first */
  openTicket: (entry: Entry, client: Pick<TicketClient, 'openTicket'>) => Promise<Delivery>;
}

const adopt = adoptStyles(css);

export function openExtras(deps: ExtrasDeps): Extras {
  const { draft, edit, keeper, boot } = deps;
  const openedAt = Date.now();
  const wanted = signal('');
  const files = new FilesModel({ draft, edit, keeper, putPart: createPutPart(boot.api) });
  const diagnostics = new DiagnosticsModel({ ...deps, context: () => boot.context ?? {} });
  files.sweep();
  return {
    Fields: () => (
      <div class="form" ref={adopt}>
        <FilesField model={files} wanted={wanted} />
        <DiagnosticsField model={diagnostics} wanted={wanted} />
      </div>
    ),
    Progress: ({ entry }) => (
      <div ref={adopt}>
        <FilesProgress model={files} entry={entry} />
      </div>
    ),
    open(what) {
      if (typeof what === 'string') wanted.value = what;
      else files.add(what);
    },
    settled: files.settled,
    openTicket: (entry, client) => files.openTicket(entry, client, entry.createdAt >= openedAt),
  };
}
