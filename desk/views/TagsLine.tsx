import type { JSX } from 'preact';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { Later } from './Later.tsx';
import { loadTags } from './list-parts.ts';
import { RowTags } from './RowTags.tsx';

interface Props {
  model: DeskModel;
  open: OpenTicket;
  ticket: DeskTicket['ticket'];
}

/** The tags of the open ticket, where it has any, and what changes them once that is asked for. */
export function TagsLine({ model, open, ticket }: Props): JSX.Element | null {
  const isTagging = model.tagging.value === open.number;
  if (isTagging) return <Later wanted="tags" load={loadTags} with={{ model, open, tags: ticket.tags }} />;
  return ticket.tags.length === 0 ? null : (
    <p class="row-below">
      <RowTags tags={ticket.tags} />
    </p>
  );
}
