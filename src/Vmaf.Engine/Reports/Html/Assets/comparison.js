// The boxes of the comparison table turn results off and on, in all charts and lists.

function connectComparison(data, view) {
  for (const box of document.querySelectorAll('input[data-result]')) {
    const result = data.results[Number(box.dataset.result)];
    box.addEventListener('change', () => view.toggle(result, box.checked));
  }
  view.listen(() => {
    for (const group of document.querySelectorAll('.frame-group')) {
      group.hidden = view.hidden.has(Number(group.dataset.result));
    }
  });
}
