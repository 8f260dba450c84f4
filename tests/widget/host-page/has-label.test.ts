import { describe, expect, test } from 'vitest';
import { hasLabel } from '../../../widget/host-page/has-label.ts';
import { aBody, onPage } from '../../support/widget-page.ts';

const has = (markup: string) => hasLabel(aBody(markup).ownerDocument);

describe('a page has the label of a support number', () => {
  test.each([
    ['in words', '<p>Numer pomocy technicznej: 7KcWt9Ru</p>'],
    ['abbreviated', '<td>Nr pom. techn.</td>'],
    ['abbreviated otherwise', '<td>nr. pomocy tech.</td>'],
    ['in capitals', '<td>NUMER POMOCY TECHNICZNEJ</td>'],
    ['over tags', '<b>Numer&nbsp;pomocy</b> <i>technicznej</i>'],
    ['over lines', '<th>Numer\n   pomocy<br>\n   technicznej</th>'],
    ['with soft hyphens', 'Nu&shy;mer po&shy;mocy tech&shy;nicz&shy;nej'],
    ['in a closed tab', '<div hidden>Numer pomocy technicznej</div>'],
    ['as a placeholder', '<input placeholder="Numer pomocy technicznej">'],
    ['as a title', '<i title="nr pomocy&#10;technicznej"></i>'],
    ['as the name of a field', '<input aria-label="Nr&nbsp;pomocy technicznej">'],
    ['as the name of a column', '<p data-label="NUMER POMOCY TECHNICZNEJ">7KcWt9Ru</p>'],
  ])('%s', (_how, markup) => {
    expect(has(markup)).toBe(true);
  });

  test('in a frame of the same origin', () => {
    const frame = onPage<HTMLIFrameElement>('<iframe></iframe>');
    expect(hasLabel(document)).toBe(false);
    frame.contentDocument?.body.append('Numer pomocy technicznej');
    expect(hasLabel(document)).toBe(true);
  });
});

describe('a page has none', () => {
  test.each([
    ['when it is empty', ''],
    ['when it has words of it', '<p>Pomoc techniczna</p><p>Numer zamówienia 7</p>'],
    ['when it has another label', '<td>Adres sklepu</td><i title="Pomoc techniczna"></i>'],
    ['when the label is in a comment', '<!-- Numer pomocy technicznej: 7KcWt9Ru -->'],
  ])('%s', (_when, markup) => {
    expect(has(markup)).toBe(false);
  });

  test('when the label is in a frame that may not be looked into', () => {
    onPage('<iframe sandbox srcdoc="Numer pomocy technicznej"></iframe>');
    expect(hasLabel(document)).toBe(false);
  });
});

test('fields that are called like what pages are read by hide nothing', () => {
  const names = ['textContent', 'querySelector', 'querySelectorAll', 'getAttribute', 'childNodes', 'body'];
  const fields = names.map((name) => `<input name="${name}">`).join('');
  expect(has(`<form name="body">${fields}<p>Numer pomocy technicznej</p></form>`)).toBe(true);
});
