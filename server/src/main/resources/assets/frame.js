// In a frame: tells the page around it how high this one is, and what happens here. Whoever shows the page may
// know this; nothing that it is told says who books.

const tell = (type, detail = {}) => window.parent.postMessage({ type: `meetwright:${type}`, ...detail }, '*');
let choosing = false;

function tellStage() {
  const main = document.getElementById('page');
  const { stage, start } = main.dataset;
  if (stage === 'times' && choosing) {
    tell('dateSelected', { date: main.dataset.date });
  } else if (stage === 'details') {
    tell('timeSelected', { start });
  } else if (stage === 'confirmed' || stage === 'pending') {
    tell('booked', { start, status: stage });
  }
  choosing = false;
}

if (window.parent !== window) {
  new ResizeObserver(() => tell('resized', { height: Math.ceil(document.body.getBoundingClientRect().height) })).observe(
    document.body,
  );
  document.addEventListener('meetwright:shown', tellStage);
  document.addEventListener('click', event => {
    choosing = event.target.closest('a.day') !== null;
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      tell('left');
    }
  });
  tell('ready', { title: document.title });
  tellStage();
}
