/** The body of a page made of markup, apart from the test's own page: its scripts do not run. */
export function aBody(markup: string): HTMLElement {
  return new DOMParser().parseFromString(`<!doctype html><body>${markup}`, 'text/html').body;
}

/** Puts markup into the test's own page, and gives its first element back. */
export function onPage<E extends HTMLElement = HTMLElement>(markup: string): E {
  document.body.append(...aBody(markup).childNodes);
  return document.body.firstElementChild as E;
}
