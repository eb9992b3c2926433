// The time zone that was chosen once, and the one that the device is in now: says it where they differ, and lets
// people choose. Runs where it stands in the page, before what comes after it is drawn, so that nothing moves.
(() => {
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone;

  /** What clocks in a zone show at an instant. */
  const clock = (zone, instant) =>
    new Intl.DateTimeFormat('en', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant);

  /** Whether clocks show the same in both, in winter and in summer: zones have several names. */
  const same = (one, other) =>
    [0, 91, 182, 273].every(days => {
      const instant = Date.now() + days * 86400000;
      return clock(one, instant) === clock(other, instant);
    });

  function label(zone) {
    const listed = [...(document.getElementById('zone')?.options ?? [])].find(option => option.value === zone);
    return listed ? listed.textContent : zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ').replaceAll('/', ', ');
  }

  function choosing(zone) {
    const url = new URL(window.location.href);
    for (const [name, value] of Object.entries({ zone, keep: 'zone', device })) {
      url.searchParams.set(name, value);
    }
    return url.href;
  }

  function ask() {
    const question = document.querySelector('.elsewhere[hidden]');
    if (!question || !device || device === question.dataset.asked || same(device, question.dataset.kept)) {
      return;
    }
    const [here, kept] = question.querySelectorAll('a');
    here.href = choosing(device);
    here.querySelector('bdi').textContent = label(device);
    kept.href = choosing(question.dataset.kept);
    question.hidden = false;
  }

  document.addEventListener('meetwright:shown', ask);
  ask();
})();
