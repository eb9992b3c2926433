// The page about the API: finds what has all words that are typed, and opens what a link leads to.

const all = [...document.querySelectorAll('details.operation')];
const entries = [...all, ...document.querySelectorAll('.entry')].map(node => ({
  node,
  text: plain(node.textContent),
}));
const sections = [...document.querySelectorAll('section')];
const field = document.getElementById('find');
const found = document.getElementById('found');
const fold = document.getElementById('fold');
const nothing = document.getElementById('nothing');

/** Letters without case and accents. */
function plain(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function find() {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { node, text } of entries) {
    node.hidden = !words.every(word => text.includes(word));
    count += node.hidden ? 0 : 1;
  }
  for (const section of sections) {
    section.hidden = words.length > 0 && !section.querySelector('.operation:not([hidden], :has(.entry)), .entry:not([hidden])');
    const link = document.querySelector(`.to-section[href="#${section.getAttribute('aria-labelledby')}"]`);
    link.parentElement.hidden = section.hidden;
  }
  document.getElementById('intro').hidden = words.length > 0;
  nothing.hidden = count > 0;
  found.textContent = words.length === 0 ? '' : `${count} of ${entries.length}`;
}

function showEverything() {
  field.value = '';
  find();
}

/** Opens what the address names, whether or not a search has hidden it. */
function reveal() {
  const target = window.location.hash && document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (!target) {
    return;
  }
  if (target.closest('[hidden]')) {
    showEverything();
  }
  if (target.matches('details')) {
    target.open = true;
    tellFold();
  }
  target.scrollIntoView();
}

function tellFold() {
  fold.textContent = all.every(details => details.open) ? 'Fold all' : 'Open all';
}

function foldAll() {
  const open = !all.every(details => details.open);
  for (const details of all) {
    details.open = open;
  }
  tellFold();
}

document.querySelector('.find').hidden = false;
field.addEventListener('input', find);
fold.addEventListener('click', foldAll);
document.getElementById('forget').addEventListener('click', () => {
  showEverything();
  field.focus();
});
window.addEventListener('hashchange', reveal);
// The same link once more changes no address.
document.addEventListener('click', event => {
  const link = event.target.closest('a[href^="#"]');
  if (link?.hash === window.location.hash) {
    reveal();
  }
});
reveal();
