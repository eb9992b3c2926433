// Follows links and forms marked with data-part by fetching the same page and swapping its main part.

const main = () => document.getElementById('page');
const address = () => window.location.pathname + window.location.search;
let current = new AbortController();
let shown = address();

/**
 * Shows another state of the page.
 * @param {URL} url where it is
 * @param {{focus?: string, history?: 'push' | 'replace' | 'keep'}} how what to focus afterwards, and what becomes
 *   of the browser's history
 */
export async function navigate(url, { focus = '', history = 'push' } = {}) {
  current.abort();
  const mine = (current = new AbortController());
  main().setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(url, { signal: mine.signal, credentials: 'same-origin' });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const part = page.getElementById('page');
    if (mine.signal.aborted) {
      return;
    }
    if (!part) {
      throw new Error('Not one of our pages');
    }
    if (history === 'push') {
      window.history.pushState({ focus }, '', response.url);
    } else if (history === 'replace') {
      window.history.replaceState({ focus }, '', response.url);
    }
    shown = address();
    swap(page, part);
    focusOn(focus);
  } catch (failed) {
    if (failed.name !== 'AbortError') {
      window.location.assign(url);
    }
  }
}

/** Puts the main part of another page in the place of this one's. */
export function swap(page, part) {
  document.title = page.title;
  main().replaceWith(document.adoptNode(part));
  document.getElementById('announcement').textContent = part.dataset.announcement;
  document.dispatchEvent(new Event('meetwright:shown'));
}

function focusOn(id) {
  const target = id && (document.getElementById('notice') ?? document.getElementById(id));
  if (target) {
    target.focus({ preventScroll: true });
    const { top } = target.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight * 0.6) {
      target.scrollIntoView({ block: 'start' });
    }
  } else if (id) {
    document.getElementById('month-title')?.focus();
  }
}

function isPlainClick(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** Begins to listen. */
export function start() {
  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-part]');
    if (link && isPlainClick(event)) {
      event.preventDefault();
      navigate(new URL(link.href), { focus: link.dataset.focus });
    }
  });
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.matches('form[data-part]')) {
      event.preventDefault();
      const url = new URL(form.action);
      url.search = new URLSearchParams(new FormData(form)).toString();
      navigate(url, { focus: form.dataset.focus });
    }
  });
  window.addEventListener('popstate', () => {
    // A link to a part of this page is no other page: what was typed stays.
    if (address() !== shown) {
      navigate(new URL(window.location.href), { history: 'keep' });
    }
  });
  document.documentElement.classList.add('scripted');
}
