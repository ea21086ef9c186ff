// Puts the page to work. The address may say what to show: #frame=120, or #frames=100-200, or both with an ampersand.

function readAddress(view) {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const range = /^(\d+)-(\d+)$/.exec(wanted.get('frames') ?? '');
  if (range) view.show(Number(range[1]), Number(range[2]));
  if (/^\d+$/.test(wanted.get('frame') ?? '')) view.visit(Number(wanted.get('frame')));
}

function start() {
  document.documentElement.dataset.state = 'drawing';
  const data = readData();
  connectTheme();
  connectLightbox();
  if (data.results.some((result) => result.count > 0)) {
    const view = new View(data.results);
    const content = (id) => document.querySelector(`#${id} .content`);
    if (content('timeline')) new Timeline(content('timeline'), data, view);
    if (data.results.some((result) => result.score?.isDrawable) && content('distribution')) new Distribution(content('distribution'), data, view);
    for (const kind of ['metrics', 'features']) {
      if (content(kind)) new Features(content(kind), data, view, kind);
    }
    connectComparison(data, view);
    readAddress(view);
    view.update();
    addEventListener('hashchange', () => readAddress(view));
  }
  document.documentElement.dataset.state = 'ready';
}

// On paper nothing can be unfolded.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});
start();
