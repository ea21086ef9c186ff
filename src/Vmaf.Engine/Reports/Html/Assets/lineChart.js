// Lines over the frames in view, as SVG. However many frames there are, a line has no more than a few points a pixel.

class LineChart {
  // lines: () => [{ result, series }]; domain: () => [low, high]
  constructor(view, options) {
    this.view = view;
    this.options = { height: 260, left: 44, right: 12, top: 12, bottom: 26, yTicks: 5, ...options };
    this.element = html('div', { class: 'plot-box' });
    this.width = 0;
    whenResized(this.element, () => this.fit());
    view.listen(() => this.update());
  }

  fit() {
    const width = Math.floor(this.element.clientWidth);
    if (width > 0 && width !== this.width) {
      this.width = width;
      this.update();
      this.view.changed();
    }
  }

  get plotWidth() {
    return Math.max(1, this.width - this.options.left - this.options.right);
  }

  x(frame) {
    const { from, to } = this.view;
    return this.options.left + ((frame - from) / (to - from || 1)) * this.plotWidth;
  }

  frameAt(x) {
    const { from, to } = this.view;
    return from + ((x - this.options.left) / this.plotWidth) * (to - from);
  }

  y(value) {
    const { top, bottom, height } = this.options;
    const [low, high] = this.domain;
    return height - bottom - ((value - low) / (high - low || 1)) * (height - top - bottom);
  }

  update() {
    this.width ||= Math.floor(this.element.clientWidth);
    if (this.width === 0) return;
    const key = [this.width, this.view.from, this.view.to, this.options.domain(), [...this.view.hidden]].join();
    if (key !== this.key) {
      this.key = key;
      this.draw();
    }
    this.drawCursor();
  }

  draw() {
    const { height, left, top, bottom } = this.options;
    this.domain = this.options.domain();
    const clip = `clip-${this.options.id}`;
    this.cursorLayer = svg('g', { class: 'cursor' });
    const root = svg(
      'svg',
      { class: 'plot', width: this.width, height, viewBox: `0 0 ${this.width} ${height}`, 'aria-hidden': 'true' },
      svg('clipPath', { id: clip }, svg('rect', { x: left, y: top - 4, width: this.plotWidth, height: height - top - bottom + 8 })),
      this.axes(),
      ...(this.options.decorate?.(this) ?? []),
      svg('g', { 'clip-path': `url(#${clip})` }, ...this.options.lines().map((line) => this.path(line))),
      this.cursorLayer,
    );
    if (this.root) this.root.replaceWith(root);
    else this.element.prepend(root);
    this.root = root;
  }

  axes() {
    const { height, left, right, bottom, yTicks, format } = this.options;
    const group = svg('g', { class: 'axes' });
    for (const value of ticks(...this.domain, yTicks)) {
      const y = Math.round(this.y(value)) + 0.5;
      group.append(
        svg('line', { class: 'grid', x1: left, x2: this.width - right, y1: y, y2: y }),
        svg('text', { class: 'y', x: left - 8, y: y + 4 }, format(value)),
      );
    }
    const { from, to } = this.view;
    const base = height - bottom;
    for (const frame of ticks(from, to, Math.max(2, Math.floor(this.plotWidth / 90)), 1)) {
      const x = Math.round(this.x(frame)) + 0.5;
      const isAtEnd = x > this.width - right - 20;
      group.append(
        svg('line', { class: 'tick', x1: x, x2: x, y1: base, y2: base + 5 }),
        svg('text', { class: isAtEnd ? 'x end' : 'x', x: isAtEnd ? this.width - right : x, y: base + 18 }, formatCount(frame)),
      );
    }
    group.append(svg('line', { class: 'base', x1: left, x2: this.width - right, y1: base + 0.5, y2: base + 0.5 }));
    return group;
  }

  path({ result, series }) {
    const from = Math.max(0, result.positionOf(this.view.from) - 1);
    const to = Math.min(result.count, result.positionOf(this.view.to) + 2);
    const isDense = to - from > 3 * this.plotWidth;
    const d = isDense ? this.envelope(result, series.values, from, to) : this.polyline(result, series.values, from, to);
    const group = svg('g', { class: `line ${result.style}` }, svg('path', { d }));
    if ((to - from) * 12 < this.plotWidth) {
      for (let position = from; position < to; position++) {
        const value = series.values[position];
        if (Number.isFinite(value)) {
          group.append(svg('circle', { cx: fixed2(this.x(result.frameAt(position))), cy: fixed2(this.y(value)), r: 2.5 }));
        }
      }
    }
    return group;
  }

  polyline(result, values, from, to) {
    let d = '';
    let command = 'M';
    for (let position = from; position < to; position++) {
      if (Number.isFinite(values[position])) {
        d += `${command}${fixed2(this.x(result.frameAt(position)))} ${fixed2(this.y(values[position]))}`;
        command = 'L';
      } else {
        command = 'M';
      }
    }
    return d;
  }

  // The least and the largest value of each pixel column, in the order in which they come: no peak is lost.
  envelope(result, values, from, to) {
    let d = '';
    let command = 'M';
    let column = -1e9;
    let low = 0;
    let high = 0;
    let lowPosition = -1;
    let highPosition = -1;
    const flush = () => {
      if (lowPosition < 0) return;
      const x = column + 0.5;
      const ends = lowPosition < highPosition ? [low, high] : [high, low];
      d += `${command}${x} ${fixed2(this.y(ends[0]))}`;
      if (low < high) d += `L${x} ${fixed2(this.y(ends[1]))}`;
      command = 'L';
      lowPosition = -1;
    };
    for (let position = from; position < to; position++) {
      const value = values[position];
      if (!Number.isFinite(value)) {
        flush();
        command = 'M';
        continue;
      }
      const here = Math.floor(this.x(result.frameAt(position)));
      if (here !== column) {
        flush();
        column = here;
      }
      if (lowPosition < 0) {
        low = value;
        high = value;
        lowPosition = position;
        highPosition = position;
      } else if (value < low) {
        low = value;
        lowPosition = position;
      } else if (value > high) {
        high = value;
        highPosition = position;
      }
    }
    flush();
    return d;
  }

  drawCursor() {
    const { cursor, from, to } = this.view;
    const { height, top, bottom } = this.options;
    this.cursorLayer.replaceChildren();
    if (cursor === null || cursor < from || cursor > to) return;
    const x = fixed2(this.x(cursor));
    this.cursorLayer.append(svg('line', { x1: x, x2: x, y1: top, y2: height - bottom }));
    for (const { result, series } of this.options.lines()) {
      const value = result.valueAt(series, cursor);
      if (Number.isFinite(value)) {
        this.cursorLayer.append(svg('circle', { class: result.style, cx: x, cy: fixed2(this.y(value)), r: 4.5 }));
      }
    }
  }
}

function fixed2(value) {
  return Math.round(value * 100) / 100;
}
