// The browser knows in which time zone it is; the server can only guess.

const device = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Shows times in the browser's zone, unless one was chosen. What is only guessed is not kept. */
export function useBrowserZone(navigate) {
  const zone = device();
  if (!zone || document.getElementById('page').dataset.guessedZone !== 'yes') {
    return;
  }
  const url = new URL(window.location.href);
  if (!url.searchParams.has('zone') && document.getElementById('zone')?.value !== zone) {
    url.searchParams.set('zone', zone);
    navigate(url, { history: 'replace' });
  }
}

/** Makes the zone's button needless, and tells with a choice where it was made. */
export function applyZoneAtOnce() {
  document.addEventListener('change', event => {
    if (event.target.matches('#zone')) {
      const { form } = event.target;
      form.elements.device.value = device() ?? '';
      form.requestSubmit();
    }
  });
}
