import type { alarmAdvice as pl } from '../pl/alarm-advice.ts';

/** In English: what to do about an alarm; it comes with the row of alarms. */
export const alarmAdvice: typeof pl = {
  'shop-tickets': 'Look at its newest tickets and call the shop. If it is not the shop, block what is not proven.',
  'shop-uploads': 'If the shop does not send them, block what is not proven. These files go by themselves after a day.',
  'shop-storage': 'Closing tickets as abuse frees room: their files are deleted.',
  'total-storage': 'Closing tickets as abuse frees room, and so does the operator.',
  'unknown-pairs':
    'Somebody may be guessing numbers of shops. Blocking addresses stops their tickets and files, not the questions.',
  'failed-sign-ins': 'Tell your colleagues. Nobody can guess a passkey.',
  'mail-stopped': 'Tell the operator. The letters wait, and go by themselves once the server takes them again.',
  'mail-strangers':
    'Somebody may be naming addresses of others in tickets. Look at the newest and block what is not proven.',
  'mailbox-failed': 'Tell the operator. Until it is mended somebody should look into the mailbox.',
  'file-scanner': 'Tell the operator. A new file that was not checked cannot be downloaded.',
};
