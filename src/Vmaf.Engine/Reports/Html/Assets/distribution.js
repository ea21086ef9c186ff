// How often each score occurs, one row a result, with percentiles marked.

class Distribution {
  constructor(container, data, view) {
    this.data = data;
    this.view = view;
    this.element = html('div', { class: 'plot-box' });
    container.append(this.element);
    const results = data.results.filter((result) => result.score?.isDrawable);
    const low = Math.min(...results.map((result) => leastOf(result.score)));
    const high = Math.max(...results.map((result) => largestOf(result.score)));
    const [from, to] = niceDomain(low, high, 4);
    this.width = 0;
    this.step = [0.25, 0.5, 1, 2, 5].find((step) => (to - from) / step <= 50) ?? 10;
    this.domain = [Math.max(0, from), Math.max(to, from + this.step)];
    this.histograms = new Map(results.map((result) => [result.index, this.count(result.score.values)]));
    whenResized(this.element, () => this.fit());
    view.listen(() => this.update());
  }

  // Shares of the frames by bins of equal width; a score on the upper end belongs to the last bin.
  count(values) {
    const [low, high] = this.domain;
    const counts = new Array(Math.max(1, Math.round((high - low) / this.step))).fill(0);
    let total = 0;
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      counts[Math.min(counts.length - 1, Math.max(0, Math.floor((value - low) / this.step)))]++;
      total++;
    }
    return { counts, total };
  }

  fit() {
    const width = Math.floor(this.element.clientWidth);
    if (width > 0 && width !== this.width) {
      this.width = width;
      this.key = null;
      this.update();
    }
  }

  update() {
    this.width ||= Math.floor(this.element.clientWidth);
    const key = [this.width, ...this.view.hidden].join();
    if (this.width === 0 || key === this.key) return;
    this.key = key;
    const shown = this.view.visible.filter((result) => this.histograms.has(result.index));
    const isSingle = this.data.results.length === 1;
    this.element.replaceChildren(...shown.map((result, index) => this.row(result, isSingle, isSingle || index === shown.length - 1)));
  }

  row(result, isSingle, hasLabels) {
    const { counts, total } = this.histograms.get(result.index);
    const [low, high] = this.domain;
    const left = 44;
    const right = 12;
    const top = isSingle ? 34 : 56;
    const plotHeight = isSingle ? 160 : 72;
    const height = top + plotHeight + (hasLabels ? 26 : 8);
    const largest = Math.max(...this.view.visible.map((each) => this.largestShare(each)));
    const x = (value) => left + ((value - low) / (high - low)) * (this.width - left - right);
    const y = (share) => top + plotHeight * (1 - share / largest);
    const root = svg('svg', {
      class: 'plot',
      width: this.width,
      height,
      viewBox: `0 0 ${this.width} ${height}`,
      role: 'img',
      'aria-label': `Distribution of the scores of ${result.name}`,
    });
    for (const share of ticks(0, largest, isSingle ? 4 : 2)) {
      const line = Math.round(y(share)) + 0.5;
      root.append(
        svg('line', { class: 'grid', x1: left, x2: this.width - right, y1: line, y2: line }),
        svg('text', { class: 'y', x: left - 8, y: line + 4 }, `${fixed(share * 100, largest < 0.04 ? 1 : 0)} %`),
      );
    }
    counts.forEach((count, bin) => root.append(this.bar(result, isSingle, count, total, low + bin * this.step, x, y, top + plotHeight)));
    root.append(svg('line', { class: 'base', x1: left, x2: this.width - right, y1: top + plotHeight + 0.5, y2: top + plotHeight + 0.5 }));
    if (hasLabels) {
      for (const value of ticks(low, high, Math.max(2, Math.floor(this.width / 70)))) {
        root.append(svg('text', { class: 'x', x: x(value), y: top + plotHeight + 18 }, String(value)));
      }
    }
    if (!isSingle) {
      root.append(svg('rect', { class: `key ${result.style}`, x: left, y: 13, width: 12, height: 4, rx: 2 }), svg('text', { class: 'row-name', x: left + 18, y: 19 }, result.name));
    }
    root.append(...this.marks(result.score, x, top, top + plotHeight));
    return root;
  }

  largestShare(result) {
    const histogram = this.histograms.get(result.index);
    return histogram ? Math.max(...histogram.counts) / histogram.total : 0;
  }

  bar(result, isSingle, count, total, from, x, y, base) {
    if (count === 0) return '';
    const band = this.data.bands.findIndex((each) => from + this.step / 2 >= (each.least ?? -Infinity));
    const top = y(count / total);
    const gap = x(from + this.step) - x(from) > 6 ? 1 : 0.25;
    return svg(
      'rect',
      {
        class: `bar ${isSingle ? `band-${band}` : result.style}`,
        x: fixed2(x(from) + gap / 2),
        y: fixed2(top),
        width: fixed2(Math.max(0.5, x(from + this.step) - x(from) - gap)),
        height: fixed2(Math.max(0.5, base - top)),
      },
      svg('title', {}, `${from} to ${from + this.step}: ${formatCount(count)} frames, ${formatPercentage(count / total)}`),
    );
  }

  // Lines at percentiles, the weightiest first: labels that would run into one that is there go into a second line, or are left out.
  marks(score, x, top, base) {
    const labels = [[], []];
    return [['mean', score.mean], ['P5', score.p5], ['median', score.median], ['P1', score.p1], ['P10', score.p10]]
      .filter(([, value]) => Number.isFinite(value))
      .flatMap(([name, value]) => {
        const text = `${name} ${fixed(value, 1)}`;
        const half = text.length * 3.2 + 4;
        const at = Math.min(Math.max(x(value), half), this.width - half);
        const line = labels.findIndex((taken) => taken.every((other) => Math.abs(other.at - at) > other.half + half));
        if (line >= 0) labels[line].push({ at, half });
        const mark = svg('line', { class: `mark ${name}`, x1: fixed2(x(value)), x2: fixed2(x(value)), y1: top - 3, y2: base }, svg('title', {}, text));
        return line < 0 ? [mark] : [mark, svg('text', { class: 'x mark', x: fixed2(at), y: top - 6 - line * 13 }, text)];
      });
  }
}
