// The colours follow the system until the button says otherwise.

function connectTheme() {
  const button = document.getElementById('theme-button');
  const themes = ['auto', 'light', 'dark'];
  const apply = (theme) => {
    document.documentElement.dataset.theme = theme;
    button.textContent = `Theme: ${theme}`;
  };
  button.hidden = false;
  button.addEventListener('click', () => apply(themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % themes.length]));
  apply('auto');
}
