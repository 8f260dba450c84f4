import type * as pl from '../pl/files.ts';
import { bind } from './panel.ts';

/** Texts of the files of a ticket or reply, loaded with their chunk. */
export const filesWords: typeof pl.filesWords = {
  title: 'Attachments',
  limits: 'Up to 5 files of up to 10 MB each: PNG, JPG, WebP, GIF, PDF, TXT, LOG, CSV, XML, ZIP.',
  when: 'Files stay with you until you send them. From pictures we remove where and with what they were taken.',
  ways: 'You can also drop a file on this window or paste it (Ctrl+V).',
  noCapture: 'Screenshot: press PrtScn, then Ctrl+V in this window.',
  onPhone: 'Take a screenshot with your phone and add it as a file.',
  camera: 'Take a picture',
  preparing: 'Preparing…',
  buyers: 'Does the picture show data of buyers? Hide it before sending.',
  hide: 'Hide or mark',
  remove: 'Remove',
  raise: 'Move up',
  added: 'File added:',
  removed: 'File removed:',
  raised: 'Moved up:',
  edited: 'Changes to the picture saved:',
  notTaken: 'Not added:',
  stop: 'Stop and go back to the text',
  sending: 'Sending files',
};

/** “1 place hidden – check the rest.” */
export function hiddenInWords(count: number): string {
  return bind(`${count} place${count === 1 ? '' : 's'} hidden – check the rest.`);
}

export const problemWords: typeof pl.problemWords = {
  kind: 'we do not take files of this kind',
  heic: 'we do not take HEIC photos. Save it as JPG (on an iPhone: Settings, Camera, Formats, Most Compatible), or add a screenshot',
  'picture-kind': 'we do not take pictures of this kind. Save it as JPG or PNG, or add a screenshot',
  empty: 'the file is empty',
  'too-large': 'the file is larger than 10 MB',
  'pixels-exceeded': 'the picture has more than 50 Mpx (megapixels)',
  unreadable: 'this picture cannot be read',
  'too-many': 'there are 5 files already',
};

const refusals: Record<string, string> = {
  ...problemWords,
  'file-kind-refused': problemWords.kind,
  'quota-exceeded': 'it has no room for files of this shop right now',
  'shop-unrecognised': 'it did not recognise the shop',
};

/** Why the service refused a file, and what to do. */
export function refusalInWords(code: string): string {
  const why = refusals[code];
  return bind(`The service did not take the file${why ? `: ${why}` : ''}. You can send the text without it.`);
}
