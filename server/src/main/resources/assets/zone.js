// The browser knows in which time zone it is; the server can only guess.

/** Shows times in the browser's zone, unless a zone was chosen before. */
export function useBrowserZone(navigate) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || document.getElementById('page').dataset.guessedZone !== 'yes') {
    return;
  }
  const url = new URL(window.location.href);
  if (!url.searchParams.has('zone')) {
    url.searchParams.set('zone', zone);
    navigate(url, { history: 'replace' });
  }
}

/** Makes the zone's button needless. */
export function applyZoneAtOnce() {
  document.addEventListener('change', event => {
    if (event.target.matches('#zone')) {
      event.target.form.requestSubmit();
    }
  });
}
