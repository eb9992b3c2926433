// Copies a snippet, or an address.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (button) {
    const field = document.getElementById(button.dataset.copy);
    if (field.select) {
      field.select();
    } else {
      window.getSelection().selectAllChildren(field);
    }
    try {
      await navigator.clipboard.writeText(field.value ?? field.textContent);
    } catch {
      document.execCommand('copy');
    }
    document.getElementById('announcement').textContent = button.dataset.copied;
    button.textContent = button.dataset.copied;
  }
});
