import type { InstantText } from './columns.ts';

/** What was set at the desk; a setting without a row stands as the environment has it. */
export interface SettingsTable {
  /** one of `SETTINGS` in the contract */
  name: string;
  /** null where the setting was emptied */
  value: string | null;
  /** an agent's id, or `operator` */
  changed_by: string;
  changed_at: InstantText;
}

/** A ready text of the vendor's own. */
export interface MacrosTable {
  id: string;
  title: string;
  text: string;
  /** where an answer with it leaves the ticket, if it says so */
  status: 'waiting-for-customer' | 'in-progress' | 'solved' | null;
  /** its place in the list, from 1; with gaps */
  position: number;
  /** grows with every change: a change says over which one it was made */
  version: number;
  archived_at: InstantText | null;
  /** an agent's id; null as it came with the program */
  changed_by: string | null;
  changed_at: InstantText | null;
}
