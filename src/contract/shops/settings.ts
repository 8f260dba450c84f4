import { SECOND_FACTOR_RULES } from '../lists.ts';
import { CONTROL_CHARACTERS } from '../shapes.ts';
import { hoursOverlap, readHours } from './opening-hours.ts';

// Checked in the desk while typing, and again by the service.

/** Settings of the vendor: first in the environment, later at the desk. */
export const SETTINGS = [
  'opening-hours',
  'email',
  'phone',
  'rules',
  'renewal',
  'privacy',
  'updates',
  'second-factor',
  'signature',
] as const;

export type Setting = (typeof SETTINGS)[number];

/** Settings that may be empty: a phone number, links and the signature. */
export const EMPTY_SETTINGS: readonly Setting[] = ['phone', 'rules', 'renewal', 'privacy', 'updates', 'signature'];

/** Every setting as text; null is empty. */
export type SettingValues = Record<Setting, string | null>;

/** Longest values, in UTF-16 code units. */
export const SETTING_LENGTHS: Record<Setting, number> = {
  'opening-hours': 400,
  email: 254,
  phone: 100,
  rules: 2000,
  renewal: 2000,
  privacy: 2000,
  updates: 2000,
  'second-factor': 20,
  signature: 300,
};

/** Stricter than what customers may type: this address is written into a script. */
const PLAIN_EMAIL = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/;

/** Whether a value is valid for a setting; null empties it. */
export function settingFits(name: Setting, value: string | null): boolean {
  if (value === null) return EMPTY_SETTINGS.includes(name);
  if (value.length > SETTING_LENGTHS[name] || value.trim() !== value || value === '') return false;
  switch (name) {
    case 'opening-hours':
      return hoursFit(value);
    case 'email':
      return PLAIN_EMAIL.test(value);
    case 'second-factor':
      return SECOND_FACTOR_RULES.some((rule) => rule === value);
    case 'signature':
      return value.isWellFormed() && value.search(CONTROL_CHARACTERS) < 0;
    case 'phone':
      return isPlainLine(value);
    default:
      return isPlainLine(value) && isWebAddress(value);
  }
}

/** Whether a text is a safe web address: http or https, nothing that runs. */
export function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

function hoursFit(text: string): boolean {
  const parts = readHours(text);
  return parts !== null && !hoursOverlap(parts);
}

function isPlainLine(text: string): boolean {
  return text.isWellFormed() && text.search(CONTROL_CHARACTERS) < 0 && !text.includes('\n');
}
