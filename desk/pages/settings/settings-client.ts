import {
  announceDeskVersion,
  changeDeskSettings,
  type DeskSettings,
  readDeskSettings,
  readSettingsHistory,
  type SettingsHistory,
} from '../../../src/contract/desk/settings.ts';
import type { Setting } from '../../../src/contract/settings.ts';
import type { Answer, Ask } from '../../client/ask.ts';
import { readAnswer } from '../../client/read-answer.ts';

/** A setting that is to have another value; `from` is what the page showed. */
export interface SettingChange {
  name: Setting;
  from: string | null;
  to: string | null;
}

/** What the page of settings asks. */
export interface SettingsClient {
  read: () => Promise<Answer<DeskSettings>>;
  /** all changes or none */
  change: (changes: readonly SettingChange[]) => Promise<Answer<null>>;
  announce: (version: string, from: string | null) => Promise<Answer<null>>;
  history: (cursor: string | null) => Promise<Answer<SettingsHistory>>;
}

export function createSettingsClient(ask: Ask): SettingsClient {
  const nothing = async () => null;
  return {
    read: () => ask(readDeskSettings, readAnswer(readDeskSettings)),
    change: (changes) => ask({ ...changeDeskSettings, body: { changes } }, nothing),
    announce: (version, from) => ask({ ...announceDeskVersion, body: { version, from } }, nothing),
    history(cursor) {
      const { method, path } = readSettingsHistory;
      const query = cursor === null ? '' : `?${new URLSearchParams({ cursor })}`;
      return ask({ method, path: path + query }, readAnswer(readSettingsHistory));
    },
  };
}
