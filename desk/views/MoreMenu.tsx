import { useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { AskedAction, DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { loadPageWords, words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Later } from './Later.tsx';
import { Menu } from './Menu.tsx';

const loadMoreList = async () =>
  Promise.all([import('./MoreList.tsx'), loadPageWords('listParts')]).then(([{ MoreList }]) => MoreList);
const loadCorrectDialog = async () =>
  Promise.all([import('./CorrectDialog.tsx'), loadPageWords('correct')]).then(([{ CorrectDialog }]) => CorrectDialog);
const loadMergeDialog = async () => (await import('./MergeDialog.tsx')).MergeDialog;

/** Whether a dialog answers it, and not the menu. */
function isDialog(asked: AskedAction | null): boolean {
  return asked?.what === 'merge' || asked?.what === 'correct';
}

interface Props {
  model: DeskModel;
  open: OpenTicket;
  ticket: DeskTicket;
}

/** What is done to a ticket seldom, or with care: loaded when it is asked for, by the button or by a key of its own. */
export function MoreMenu({ model, open, ticket }: Props): JSX.Element {
  const w = words.value;
  const isOpen = useSignal(false);
  const asked = model.asked.value;
  useSignalEffect(() => {
    const action = model.asked.value;
    if (action !== null && !isDialog(action)) isOpen.value = true;
  });
  useSignalEffect(() => {
    if (!isOpen.value && !isDialog(model.asked.peek())) model.asked.value = null;
  });
  return (
    <>
      <Menu class="more-actions" isOpen={isOpen} title={w.moreActions} name={w.moreActions} label={<Icon of="dots" />}>
        {(close) => <Later wanted="more" load={loadMoreList} with={{ model, open, ticket: ticket.ticket, close }} />}
      </Menu>
      <Later
        wanted={asked?.what === 'correct' ? asked : null}
        load={loadCorrectDialog}
        with={{
          open,
          ticket,
          onClose() {
            model.asked.value = null;
          },
        }}
      />
      <Later
        wanted={asked?.what === 'merge' ? asked : null}
        load={loadMergeDialog}
        with={{
          open,
          ticket,
          suggested: asked?.what === 'merge' ? asked.suggested : '',
          onClose() {
            model.asked.value = null;
          },
        }}
      />
    </>
  );
}
