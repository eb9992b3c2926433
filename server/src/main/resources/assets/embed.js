// Meetwright's booking pages on other sites. Finds links to them that are marked with data-meetwright:
// "inline" is replaced by the page, "popup" opens it over this one, "button" floats in the corner and opens it too.
// Without scripts they stay links. What happens in the page is told by events on the link or frame: meetwright:ready,
// meetwright:dateSelected, meetwright:timeSelected, meetwright:booked. docs/embedding.md tells more.
(() => {
  const base = document.currentScript.src.replace(/\/embed\.js([?#].*)?$/, '');
  const origin = new URL(base).origin;
  const TOLD = ['ready', 'resized', 'dateSelected', 'timeSelected', 'booked'];
  const owners = new Map();

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    .meetwright-frame { display: block; width: 100%; height: 44rem; border: 0; background: none; color-scheme: normal; }
    .meetwright-dialog { box-sizing: border-box; width: min(70rem, 100vw - 2rem); max-width: none; max-height: none; padding: 0;
      border: 0; border-radius: 1.25rem; background: none; overflow: hidden; }
    .meetwright-dialog .meetwright-frame { max-height: calc(100vh - 2rem); max-height: calc(100dvh - 2rem); }
    @media (max-width: 30rem) {
      .meetwright-dialog { width: 100vw; border-radius: 0; }
      .meetwright-dialog .meetwright-frame { max-height: 100vh; max-height: 100dvh; }
    }
    .meetwright-dialog::backdrop { background: rgb(0 0 0 / 60%); }
    .meetwright-close { position: absolute; z-index: 1; inset-block-start: .25rem; inset-inline-end: .25rem; width: 2.75rem; height: 2.75rem;
      border: 2px solid #fff; border-radius: 50%; background: #1c2521; color: #fff; font: 1.5rem/1 sans-serif; cursor: pointer; }
    .meetwright-button { position: fixed; z-index: 2147483000; inset-block-end: 1.25rem; inset-inline-end: 1.25rem; padding: .875rem 1.5rem;
      border-radius: 999px; background: #22614f; color: #fff; font: 600 1rem/1.25 system-ui, sans-serif; text-decoration: none;
      box-shadow: 0 .5rem 1.5rem rgb(0 0 0 / 25%); }
    .meetwright-button:focus-visible, .meetwright-close:focus-visible { outline: 3px solid #1b5fd1; outline-offset: 2px; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  /** Makes a frame with the page that a link leads to; `owner` is where its events are told. */
  function frameOf(link, owner) {
    const href = new URL(link.href, document.baseURI).href;
    if (!href.startsWith(`${base}/`)) {
      throw new Error(`Meetwright: ${href} is not a page of ${base}`);
    }
    const frame = document.createElement('iframe');
    frame.className = 'meetwright-frame';
    frame.title = link.title || link.textContent.trim();
    frame.src = `${base}/embed${href.slice(base.length)}`;
    owners.set(frame, owner || frame);
    return frame;
  }

  function inline(link) {
    const frame = frameOf(link);
    link.replaceWith(frame);
    return frame;
  }

  function popup(link) {
    const dialog = document.createElement('dialog');
    dialog.className = 'meetwright-dialog';
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'meetwright-close';
    close.textContent = '×';
    close.ariaLabel = link.dataset.close || 'Close';
    close.addEventListener('click', () => dialog.close());
    const frame = frameOf(link, link);
    dialog.ariaLabel = frame.title;
    dialog.addEventListener('click', event => event.target === dialog && dialog.close());
    dialog.addEventListener('close', () => {
      owners.delete(frame);
      dialog.remove();
    });
    dialog.append(close, frame);
    document.body.append(dialog);
    dialog.showModal();
    return frame;
  }

  window.addEventListener('message', event => {
    if (event.origin !== origin || typeof event.data?.type !== 'string') {
      return;
    }
    const [frame, owner] = [...owners].find(([each]) => each.contentWindow === event.source) || [];
    const told = event.data.type.replace(/^meetwright:/, '');
    if (!frame) {
      return;
    }
    if (told === 'resized' && Number.isFinite(event.data.height)) {
      frame.style.height = `${Math.min(Math.max(event.data.height, 100), 10000)}px`;
    } else if (told === 'left') {
      frame.closest('dialog')?.close();
    }
    if (TOLD.includes(told)) {
      const { type, ...detail } = event.data;
      owner.dispatchEvent(new CustomEvent(`meetwright:${told}`, { bubbles: true, detail }));
    }
  });

  function isPlainClick(event) {
    return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  }

  /** Makes what it has to of all marked links that are there. */
  function scan() {
    for (const link of document.querySelectorAll('a[data-meetwright]')) {
      const kind = link.dataset.meetwright;
      delete link.dataset.meetwright;
      if (kind === 'inline') {
        inline(link);
        continue;
      }
      if (kind === 'button') {
        link.classList.add('meetwright-button');
      }
      link.addEventListener('click', event => {
        if (isPlainClick(event)) {
          event.preventDefault();
          popup(link);
        }
      });
    }
  }

  window.Meetwright = { scan, inline, popup };
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', scan);
  } else {
    scan();
  }
})();
