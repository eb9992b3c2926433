// A form is sent once, however often its button is pressed.

/** Begins to listen. */
export function sendOnce() {
  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('form[data-once]')) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    showSending(form);
  });
  // Who comes back by the browser's history may send it again.
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
      showReady(form);
    }
  });
}

/** Says on a form's buttons that it is being sent. */
export function showSending(form) {
  for (const button of form.querySelectorAll('button[data-sending]')) {
    button.dataset.label ??= button.textContent;
    button.textContent = button.dataset.sending;
    button.setAttribute('aria-disabled', 'true');
  }
}

/** Says on a form's buttons that it can be sent. */
export function showReady(form) {
  for (const button of form.querySelectorAll('button[data-label]')) {
    button.textContent = button.dataset.label;
    button.removeAttribute('aria-disabled');
  }
}
