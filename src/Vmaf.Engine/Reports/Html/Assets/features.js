// A small chart for every series of a kind, metrics or features, with what it means.

class Features {
  constructor(container, data, view, kind) {
    this.data = data;
    this.view = view;
    this.kind = kind;
    const names = [...new Set(data.results.flatMap((result) => result[kind].map((series) => series.name)))];
    this.cards = names.map((name, index) => this.card(name, index)).filter((card) => card !== null);
    container.append(html('div', { class: 'feature-grid' }, ...this.cards.map((card) => card.element)));
    view.listen(() => this.update());
    this.update();
  }

  card(name, index) {
    const lines = this.data.results
      .map((result) => ({ result, series: result[this.kind].find((series) => series.name === name) }))
      .filter((line) => line.series?.isDrawable);
    if (lines.length === 0) return null;
    const { title, words, axisValue } = lines[0].series;
    const chart = new LineChart(this.view, {
      id: `${this.kind}-${index}`,
      height: 120,
      left: 54,
      right: 8,
      top: 8,
      bottom: 24,
      yTicks: 3,
      format: (value) => String(value).replace('-', '−'),
      lines: () => lines.filter((line) => !this.view.hidden.has(line.result.index)),
      domain: () => this.domain(lines, axisValue),
    });
    const value = html('b', { class: 'value' });
    const heading = html('header', {}, html('h3', {}, title), value);
    const element = html('article', { class: 'feature' }, heading, ...(title === name ? [] : [html('code', {}, name)]), html('p', { class: 'quiet' }, words), chart.element);
    return { element, value, lines, chart };
  }

  // The best or the least value there is belongs to the axis, so that charts can be compared.
  domain(lines, axisValue) {
    let low = Math.min(...lines.map((line) => leastOf(line.series)), axisValue ?? Infinity);
    let high = Math.max(...lines.map((line) => largestOf(line.series)), axisValue ?? -Infinity);
    if (!(high > low)) high = low + 1;
    const step = niceStep(high - low, 3);
    return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
  }

  update() {
    const { cursor } = this.view;
    for (const { value, lines } of this.cards) {
      const shown = lines.filter((line) => !this.view.hidden.has(line.result.index));
      const [line] = shown;
      if (shown.length !== 1) value.textContent = '';
      else if (cursor === null) value.textContent = `mean ${formatFeature(line.series.mean)}`;
      else value.textContent = formatFeature(line.result.valueAt(line.series, cursor));
    }
  }
}
