// The score of every frame: the large chart with its buttons, its tooltip and the bar that says which part is in view.

class Timeline {
  constructor(container, data, view) {
    this.data = data;
    this.view = view;
    this.isWhole = false;
    this.chart = new LineChart(view, {
      id: 'timeline',
      height: window.innerWidth < 600 ? 220 : 300,
      format: String,
      lines: () => view.visible.filter((result) => result.score).map((result) => ({ result, series: result.score })),
      domain: () => (this.isWhole ? this.wholeDomain : this.fittedDomain),
      decorate: (chart) => [this.bandStrip(chart), ...this.markers(chart)],
    });
    this.tooltip = html('div', { class: 'tooltip', hidden: '' });
    this.chart.element.append(this.tooltip);
    this.slider = this.chart.element;
    for (const [name, value] of Object.entries({ tabindex: 0, role: 'slider', 'aria-label': 'Frame', 'aria-describedby': 'timeline-help' })) {
      this.slider.setAttribute(name, value);
    }
    this.overview = new Overview(view);
    container.append(this.toolbar(), this.chart.element, this.overview.element, this.help());
    new Navigation(this.chart, view);
    view.listen(() => this.update());
    this.update();
  }

  get wholeDomain() {
    return [0, Math.max(...this.data.results.map((result) => result.largestScore))];
  }

  get fittedDomain() {
    const scores = this.chart.options.lines().map((line) => line.series).filter((series) => series.isDrawable);
    if (scores.length === 0) return this.wholeDomain;
    const [low, high] = niceDomain(Math.min(...scores.map(leastOf)), Math.max(...scores.map(largestOf)), 5);
    return [Math.max(0, low), Math.min(Math.max(high, low + 5), this.wholeDomain[1])];
  }

  toolbar() {
    const button = (label, title, action) => {
      const element = html('button', { type: 'button', title }, label);
      element.addEventListener('click', action);
      return element;
    };
    this.resetButton = button('Whole clip', 'Show all frames (0)', () => this.view.reset());
    this.scaleButton = button('0–100', 'Show the whole range of scores', () => {
      this.isWhole = !this.isWhole;
      this.view.changed();
    });
    this.scaleButton.setAttribute('aria-pressed', 'false');
    this.range = html('p', { class: 'quiet range' });
    return html(
      'div',
      { class: 'toolbar' },
      this.range,
      html(
        'div',
        { class: 'buttons' },
        this.scaleButton,
        button('−', 'Zoom out (-)', () => this.view.zoom(2)),
        button('+', 'Zoom in (+)', () => this.view.zoom(0.5)),
        this.resetButton,
      ),
    );
  }

  help() {
    return html(
      'p',
      { class: 'quiet help', id: 'timeline-help' },
      'Drag to zoom, double-click for the whole clip. With the chart chosen: wheel or + and − zoom, arrows step from frame to frame, 0 shows all.',
    );
  }

  // The ranges of quality, beside the axis.
  bandStrip(chart) {
    const group = svg('g', { class: 'band-strip' });
    const [low, high] = chart.domain;
    let top = high;
    this.data.bands.forEach((band, index) => {
      const bottom = Math.max(low, band.least ?? -Infinity);
      if (top > bottom) {
        const y = chart.y(top);
        group.append(
          svg('rect', { class: `band-${index}`, x: chart.options.left - 4, y: fixed2(y), width: 4, height: fixed2(chart.y(bottom) - y) }, svg('title', {}, band.name)),
        );
        top = bottom;
      }
    });
    return group;
  }

  // The worst frames, which have pictures further down.
  markers(chart) {
    const { view } = this;
    const base = chart.options.height - chart.options.bottom;
    return view.visible.flatMap((result) =>
      result.worstFrames
        .filter((frame) => frame >= view.from && frame <= view.to)
        .map((frame) => {
          const x = fixed2(chart.x(frame));
          return svg('path', { class: `marker ${result.style}`, d: `M${x} ${base - 9}l5 9h-10z` }, svg('title', {}, `Worst frame ${frame}`));
        }),
    );
  }

  update() {
    const { view } = this;
    this.resetButton.disabled = !view.isZoomed;
    this.scaleButton.setAttribute('aria-pressed', String(this.isWhole));
    const [from, to] = [Math.ceil(view.from), Math.floor(view.to)];
    const times = view.frameRate ? `, ${formatTime(from, view.frameRate)} to ${formatTime(to, view.frameRate)}` : '';
    this.range.textContent = `Frames ${formatCount(from)} to ${formatCount(to)}${times}`;
    this.slider.setAttribute('aria-valuemin', view.first);
    this.slider.setAttribute('aria-valuemax', view.last);
    this.slider.setAttribute('aria-valuenow', view.cursor ?? view.first);
    this.slider.setAttribute('aria-valuetext', view.cursor === null ? 'no frame' : this.describe());
    this.placeTooltip();
  }

  get title() {
    const { cursor, frameRate } = this.view;
    return frameRate ? `Frame ${formatCount(cursor)} · ${formatTime(cursor, frameRate)}` : `Frame ${formatCount(cursor)}`;
  }

  describe() {
    const values = this.chart.options
      .lines()
      .map(({ result, series }) => `${result.name} ${formatScore(result.valueAt(series, this.view.cursor))}`);
    return `${this.title}: ${values.join(', ')}`;
  }

  placeTooltip() {
    const { cursor, from, to, visible } = this.view;
    this.tooltip.hidden = cursor === null || cursor < from || cursor > to || this.chart.width === 0;
    if (this.tooltip.hidden) return;
    const row = (style, name, value) =>
      html('div', { class: 'row' }, html('span', { class: style }), html('span', { class: 'name' }, name), html('b', {}, value));
    const rows = visible.flatMap((result) =>
      result.scores
        .slice(0, this.data.results.length === 1 ? undefined : 1)
        .map((series, index) =>
          row(
            index === 0 ? `swatch line ${result.style}` : 'swatch',
            this.data.results.length === 1 ? series.name : result.name,
            formatScore(result.valueAt(series, cursor)),
          ),
        ),
    );
    // On a narrow screen they would cover the chart, and stand above the small charts anyway.
    const only = this.data.results.length === 1 && this.chart.width > 560 ? this.data.results[0] : null;
    const shown = only ? [...only.metrics, ...only.features].slice(0, 8) : [];
    const features = shown.map((series) => row('swatch', series.title, formatFeature(only.valueAt(series, cursor))));
    this.tooltip.replaceChildren(html('p', {}, this.title), ...rows, ...(features.length > 0 ? [html('hr')] : []), ...features);
    const x = this.chart.x(cursor);
    const width = this.tooltip.offsetWidth;
    const isRoomOnRight = x + 16 + width < this.chart.width;
    const left = isRoomOnRight ? x + 14 : Math.max(0, x - 14 - width);
    this.tooltip.style.transform = `translate(${Math.round(left)}px, 8px)`;
  }
}

// Which part of the clip is in view; to be dragged.
class Overview {
  constructor(view) {
    this.view = view;
    this.thumb = html('span', { class: 'thumb' });
    this.element = html('div', { class: 'overview', 'aria-hidden': 'true' }, this.thumb);
    const drag = (event) => {
      if (event.type === 'pointerdown') this.element.setPointerCapture(event.pointerId);
      if (!this.element.hasPointerCapture(event.pointerId)) return;
      const box = this.element.getBoundingClientRect();
      const frame = view.first + ((event.clientX - box.left) / box.width) * (view.last - view.first);
      view.pan(frame - (view.from + view.to) / 2);
    };
    this.element.addEventListener('pointerdown', drag);
    this.element.addEventListener('pointermove', drag);
    view.listen(() => this.update());
    this.update();
  }

  update() {
    const { view } = this;
    const span = view.last - view.first || 1;
    this.element.classList.toggle('idle', !view.isZoomed);
    this.thumb.style.left = `${((view.from - view.first) / span) * 100}%`;
    this.thumb.style.width = `${Math.max(0.5, ((view.to - view.from) / span) * 100)}%`;
  }
}

function leastOf(series) {
  return series.values.reduce((least, value) => (value < least ? value : least), Infinity);
}

function largestOf(series) {
  return series.values.reduce((largest, value) => (value > largest ? value : largest), -Infinity);
}
