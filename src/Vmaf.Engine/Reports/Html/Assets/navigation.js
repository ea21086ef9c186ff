// Pointing, zooming and panning with mouse, wheel, fingers and keys.

class Navigation {
  constructor(chart, view) {
    this.chart = chart;
    this.view = view;
    this.pointers = new Map();
    const element = chart.element;
    element.classList.add('navigable');
    element.addEventListener('pointerdown', (event) => this.down(event));
    element.addEventListener('pointermove', (event) => this.move(event));
    element.addEventListener('pointerup', (event) => this.up(event));
    element.addEventListener('pointercancel', (event) => this.cancel(event));
    element.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && !this.brush && view.point(null));
    element.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    element.addEventListener('dblclick', () => view.reset());
    element.addEventListener('keydown', (event) => this.key(event));
  }

  position(event) {
    return event.clientX - this.chart.element.getBoundingClientRect().left;
  }

  down(event) {
    if (event.button !== 0) return;
    this.chart.element.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, this.position(event));
    if (event.pointerType === 'mouse') this.brush = { start: this.position(event), element: null };
    this.view.point(this.chart.frameAt(this.position(event)));
  }

  move(event) {
    const x = this.position(event);
    if (this.pointers.size === 2 && this.pointers.has(event.pointerId)) {
      this.pinch(event.pointerId, x);
      return;
    }
    if (this.pointers.has(event.pointerId)) this.pointers.set(event.pointerId, x);
    if (this.brush) this.drawBrush(x);
    if (event.pointerType === 'mouse' || this.pointers.has(event.pointerId)) this.view.point(this.chart.frameAt(x));
  }

  up(event) {
    const x = this.position(event);
    this.pointers.delete(event.pointerId);
    if (this.brush && Math.abs(x - this.brush.start) > 6) {
      const ends = [this.chart.frameAt(this.brush.start), this.chart.frameAt(x)].sort((a, b) => a - b);
      this.view.show(...ends);
    }
    this.endBrush();
  }

  cancel(event) {
    this.pointers.delete(event.pointerId);
    this.endBrush();
  }

  drawBrush(x) {
    const { options, width } = this.chart;
    const ends = [this.brush.start, x].map((end) => Math.min(Math.max(end, options.left), width - options.right)).sort((a, b) => a - b);
    this.brush.element?.remove();
    this.brush.element = svg('rect', {
      class: 'brush',
      x: ends[0],
      y: options.top,
      width: ends[1] - ends[0],
      height: options.height - options.top - options.bottom,
    });
    this.chart.root.append(this.brush.element);
  }

  endBrush() {
    this.brush?.element?.remove();
    this.brush = null;
  }

  // Two fingers: the frames under them stay under them.
  pinch(id, x) {
    const [other] = [...this.pointers].find(([key]) => key !== id);
    const still = this.pointers.get(other);
    const before = this.pointers.get(id);
    this.pointers.set(id, x);
    if (Math.abs(x - still) > 10 && Math.abs(before - still) > 10) {
      this.view.zoom(Math.abs(before - still) / Math.abs(x - still), this.chart.frameAt(still));
    }
  }

  // A plain wheel scrolls the page, unless the chart was chosen by a click or a key.
  wheel(event) {
    const span = this.view.to - this.view.from;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
      event.preventDefault();
      this.view.pan(((event.deltaX || event.deltaY) / this.chart.plotWidth) * span);
    } else if (event.ctrlKey || event.metaKey || this.chart.element.contains(document.activeElement)) {
      event.preventDefault();
      this.view.zoom(Math.exp(Math.sign(event.deltaY) * 0.25), this.chart.frameAt(this.position(event)));
    }
  }

  key(event) {
    const { view } = this;
    if (view.visible.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.shiftKey ? 10 : 1;
    const page = (view.to - view.from) * 0.9;
    const actions = {
      ArrowRight: () => view.step(step),
      ArrowLeft: () => view.step(-step),
      PageDown: () => view.pan(page),
      PageUp: () => view.pan(-page),
      Home: () => view.visit(view.first),
      End: () => view.visit(view.last),
      '+': () => view.zoom(0.5),
      '=': () => view.zoom(0.5),
      '-': () => view.zoom(2),
      0: () => view.reset(),
      Escape: () => (view.cursor === null ? view.reset() : view.point(null)),
    };
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  }
}
