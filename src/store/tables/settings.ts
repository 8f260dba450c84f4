import type { FollowUpPreset, ReplyStatus } from '../../contract/lists.ts';
import type { InstantText } from '../instants.ts';

/** Settings changed at the desk. A setting without a row has the value of the environment. */
export interface SettingsTable {
  /** one of `SETTINGS` in the contract */
  name: string;
  /** null when the setting was emptied */
  value: string | null;
  /** an agent's id, or `operator` */
  changed_by: string;
  changed_at: InstantText;
}

/** A macro: a ready text of the vendor. */
export interface MacrosTable {
  id: string;
  title: string;
  text: string;
  /** the status that a reply with it sets, if any */
  status: ReplyStatus | null;
  /** by when a reply with it says that we write again, if it does */
  follow_up: FollowUpPreset | null;
  /** its position in the list, from 1, with gaps */
  position: number;
  /** grows with every change; a change names the version it is based on */
  version: number;
  archived_at: InstantText | null;
  /** an agent's id; null for a macro that came with the program */
  changed_by: string | null;
  changed_at: InstantText | null;
}
