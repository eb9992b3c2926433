// Copies a snippet.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (button) {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand('copy');
    }
    document.getElementById('announcement').textContent = button.dataset.copied;
    button.textContent = button.dataset.copied;
  }
});
