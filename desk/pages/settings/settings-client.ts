import {
  announceDeskVersion,
  changeDeskSettings,
  type DeskSettings,
  readDeskSettings,
  readSettingsHistory,
  type SettingsHistory,
} from '../../../src/contract/desk/settings.ts';
import type { Setting } from '../../../src/contract/shops/settings.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** A setting that is to have another value; `from` is what the page showed. */
export interface SettingChange {
  name: Setting;
  from: string | null;
  to: string | null;
}

/** What the page of settings asks. */
export interface SettingsClient {
  read: () => Promise<DeskAnswer<DeskSettings>>;
  /** all changes or none */
  change: (changes: readonly SettingChange[]) => Promise<DeskAnswer<null>>;
  announce: (version: string, from: string | null) => Promise<DeskAnswer<null>>;
  history: (cursor: string | null) => Promise<DeskAnswer<SettingsHistory>>;
}

export function createSettingsClient({ call }: DeskHttp): SettingsClient {
  return {
    read: () => call(readDeskSettings),
    change: (changes) => call(changeDeskSettings, { json: { changes } }),
    announce: (version, from) => call(announceDeskVersion, { json: { version, from } }),
    history: (cursor) => call(readSettingsHistory, { query: { cursor } }),
  };
}
