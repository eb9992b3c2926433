// Buttons that change a form by a row: the server's answer takes the place of the page's main part, so that nothing
// flickers and the place on the page stays.
import { swap } from './navigation.js';

document.addEventListener('submit', async event => {
  const button = event.submitter;
  if (!button?.matches('[data-row]')) {
    return;
  }
  event.preventDefault();
  const form = event.target;
  try {
    const body = new URLSearchParams(new FormData(form, button));
    const response = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const part = page.getElementById('page');
    if (response.redirected || !part) {
      window.location.assign(response.url);
      return;
    }
    keepOpen(part);
    const next = part.querySelector('[autofocus]');
    next?.removeAttribute('autofocus');
    swap(page, part);
    next?.focus();
  } catch {
    // Without the network's answer the browser says what is wrong.
    button.removeAttribute('data-row');
    form.requestSubmit(button);
  }
});

// What is chosen from these lists decides what else the form has.
document.addEventListener('change', event => {
  const button = document.getElementById(event.target.dataset?.press ?? '');
  button?.form.requestSubmit(button);
});

/** Leaves open what was unfolded. */
function keepOpen(part) {
  const before = document.querySelectorAll('#page form details, #page form ~ details');
  part.querySelectorAll('form details, form ~ details').forEach((details, index) => {
    details.open ||= before[index]?.open ?? false;
  });
}
