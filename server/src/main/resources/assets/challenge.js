// Solves the challenge of a form while it is being filled in. Who is quicker than that waits a moment.
import { showReady, showSending } from './forms.js';

// The server takes a solution for 20 minutes.
const GOOD_FOR = 15 * 60 * 1000;

let solvedAt = 0;
let waiting = null;

/** Begins to listen. */
export function solveChallenges() {
  document.addEventListener('meetwright:shown', prepare);
  // Before the widget, which would ask people to wait.
  document.addEventListener('submit', hold, { capture: true });
  prepare();
}

function prepare() {
  const widget = document.querySelector('altcha-widget');
  solvedAt = 0;
  waiting = null;
  if (widget && !window.isSecureContext) {
    // Browsers compute hashes for pages that came by https alone.
    sayInsecure(widget);
  } else if (widget) {
    widget.addEventListener('load', () => widget.verify());
    widget.addEventListener('verified', () => solved(widget));
    widget.addEventListener('statechange', event => event.detail.state === 'error' && failed(widget));
    import(widget.dataset.script);
  }
}

function sayInsecure(widget) {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.textContent = widget.dataset.insecure;
  widget.replaceWith(notice);
}

function hold(event) {
  const form = event.target;
  const widget = form.querySelector('altcha-widget');
  // Without its script the form is sent as it is, and comes back with a word about it.
  if (!widget?.getState || isGood(widget)) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  waiting = form;
  showSending(form);
  if (widget.getState() !== 'verifying') {
    widget.verify();
  }
}

const isGood = widget => widget.getState() === 'verified' && Date.now() - solvedAt < GOOD_FOR;

function solved(widget) {
  solvedAt = Date.now();
  if (waiting) {
    const form = waiting;
    waiting = null;
    showReady(form);
    form.requestSubmit();
  }
}

function failed(widget) {
  if (waiting) {
    showReady(waiting);
    waiting = null;
    document.getElementById('announcement').textContent = JSON.parse(widget.getAttribute('strings')).error;
  }
}
