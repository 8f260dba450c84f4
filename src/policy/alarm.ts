import type { AlarmKind } from '../contract/lists.ts';

/** From which part of a quota, or of a share of it, on an alarm is raised: in time to do something. */
export const ALARM_FILL = 0.7;

/** Wrong sign-ins of agents within an hour, of all together: more than a vendor's agents mistype in a month. */
export const FAILED_SIGN_INS = 50;

/**
 * Hours in which the same alarm about the same shop is raised once. What fills up by the hour may do so again in the next
 * one; files stay for a day, so that an alarm about them would say the same all day. A scanner is mended within hours.
 */
export const ALARM_HOURS: Record<AlarmKind, number> = {
  'shop-tickets': 1,
  'shop-uploads': 24,
  'shop-storage': 24,
  'total-storage': 24,
  'unknown-pairs': 1,
  'failed-sign-ins': 1,
  'mail-stopped': 1,
  'mail-strangers': 1,
  'mailbox-failed': 6,
  'file-scanner': 6,
};
