import type { files as pl } from '../pl/files.ts';

/** In English: the files of what an agent writes, and pictures over the thread. */
export const files: typeof pl = {
  title: 'Files to send',
  remove: 'Remove file',
  preparing: 'Preparing a file…',
  count: (files: number) => `${files} ${files === 1 ? 'file' : 'files'}. Kept in this browser until it is sent.`,
  notTaken: 'Not added:',
  problems: {
    kind: 'this kind of file is not accepted',
    heic: 'HEIC photos are not accepted, save it as JPG',
    'picture-kind': 'this kind of picture is not accepted, save it as JPG or PNG',
    empty: 'the file is empty',
    'too-large': 'the file is larger than 10 MB',
    'pixels-exceeded': 'the picture has more than 50 Mpx',
    unreadable: 'this picture cannot be read',
    'too-many': 'there are 5 files already',
    'not-loaded': 'the part of the page that adds files could not be loaded',
  },
  refused: 'the service did not accept the file',
  refusals: {
    'file-kind-refused': 'the service does not accept such files',
    'quota-exceeded': 'there is no room for files now',
    'too-large': 'the file is larger than 10 MB',
    'pixels-exceeded': 'the picture has more than 50 Mpx',
  },
  colleagues: 'People who can be mentioned',
  offered: (count: number) => `${count} fit. Arrows choose, Enter inserts.`,
  tells: (names: string) => `Notification: ${names}`,
  picture: (place: number, of: number) => `Picture ${place} of ${of}`,
  previous: 'Previous picture',
  next: 'Next picture',
  close: 'Close the picture',
};
