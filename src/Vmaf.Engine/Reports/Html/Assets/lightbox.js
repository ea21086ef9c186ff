// Pictures enlarged: reference, distorted and difference of a frame in one place, so that switching shows what changed.

function connectLightbox() {
  const picture = html('img', { alt: '' });
  const tabs = html('div', { class: 'buttons', role: 'group', 'aria-label': 'Picture' });
  const close = html('button', { type: 'button', title: 'Close (Escape)' }, 'Close');
  const title = html('p', {});
  const dialog = html('dialog', { class: 'lightbox', 'aria-label': 'Enlarged picture' }, html('header', {}, title, tabs, close), picture);
  document.body.append(dialog);
  close.addEventListener('click', () => dialog.close());
  picture.addEventListener('click', () => turn(1));
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) turn(step);
  });
  let figures = [];
  let current = 0;

  function turn(step) {
    show((current + step + figures.length) % figures.length);
  }

  function show(index) {
    current = index;
    const source = figures[index].querySelector('img');
    picture.src = source.src;
    picture.alt = source.alt;
    [...tabs.children].forEach((tab, each) => tab.setAttribute('aria-pressed', String(each === index)));
  }

  for (const button of document.querySelectorAll('button.enlarge')) {
    button.addEventListener('click', () => {
      const frame = button.closest('article');
      figures = [...frame.querySelectorAll('figure')];
      title.textContent = frame.querySelector('h4').textContent;
      tabs.replaceChildren(
        ...figures.map((figure, index) => {
          const tab = html('button', { type: 'button' }, figure.querySelector('figcaption').textContent);
          tab.addEventListener('click', () => show(index));
          return tab;
        }),
      );
      show(figures.indexOf(button.closest('figure')));
      dialog.showModal();
    });
  }
}
