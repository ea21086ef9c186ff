// What all charts share: the frames in view, the frame pointed at, and the results turned off.

class View {
  constructor(results) {
    this.results = results;
    const filled = results.filter((result) => result.count > 0);
    this.first = Math.min(...filled.map((result) => result.frameAt(0)));
    this.last = Math.max(...filled.map((result) => result.frameAt(result.count - 1)));
    this.from = this.first;
    this.to = this.last;
    this.cursor = null;
    this.hidden = new Set();
    this.listeners = [];
    this.isQueued = false;
  }

  get isZoomed() {
    return this.from > this.first || this.to < this.last;
  }

  get visible() {
    return this.results.filter((result) => !this.hidden.has(result.index) && result.count > 0);
  }

  // Frames a second, where all results agree.
  get frameRate() {
    const rate = this.results[0].frameRate;
    return this.results.every((result) => result.frameRate === rate) ? rate : null;
  }

  listen(listener) {
    this.listeners.push(listener);
  }

  changed() {
    if (this.isQueued) return;
    this.isQueued = true;
    requestAnimationFrame(() => this.update());
  }

  update() {
    this.isQueued = false;
    for (const listener of this.listeners) listener();
  }

  show(from, to) {
    const span = Math.min(Math.max(to - from, this.shortest), this.last - this.first);
    const start = Math.min(Math.max(from, this.first), this.last - span);
    this.from = start;
    this.to = start + span;
    this.changed();
  }

  get shortest() {
    return Math.min(8 * Math.min(...this.results.map((result) => result.step ?? 1)), this.last - this.first);
  }

  zoom(factor, around = this.cursor ?? (this.from + this.to) / 2) {
    const center = Math.min(Math.max(around, this.from), this.to);
    const span = Math.max((this.to - this.from) * factor, this.shortest);
    const share = (center - this.from) / (this.to - this.from || 1);
    this.show(center - span * share, center + span * (1 - share));
  }

  pan(frames) {
    this.show(this.from + frames, this.to + frames);
  }

  reset() {
    this.show(this.first, this.last);
  }

  point(frame) {
    const frames = frame === null ? [] : this.visible.map((result) => result.frameAt(result.nearest(frame)));
    frames.sort((a, b) => Math.abs(a - frame) - Math.abs(b - frame));
    this.cursor = frames[0] ?? null;
    this.changed();
  }

  // Points at the frame so many frames further on, or back; at an end, at the last there is.
  step(count) {
    if (this.cursor === null) {
      this.visit(count > 0 ? this.from : this.to);
      return;
    }
    const frames = this.visible.map((result) => {
      const after = result.positionOf(this.cursor);
      const isHere = after < result.count && result.frameAt(after) === this.cursor;
      const position = count > 0 && !isHere ? after - 1 + count : after + count;
      return result.frameAt(Math.min(Math.max(position, 0), result.count - 1));
    });
    const ahead = frames.filter((frame) => (frame - this.cursor) * count > 0);
    if (ahead.length > 0) this.visit(count > 0 ? Math.min(...ahead) : Math.max(...ahead));
  }

  // Points at a frame and brings it into view.
  visit(frame) {
    this.point(frame);
    if (this.cursor !== null && (this.cursor < this.from || this.cursor > this.to)) {
      this.pan(this.cursor - (this.from + this.to) / 2);
    }
  }

  toggle(result, isShown) {
    if (isShown) this.hidden.delete(result.index);
    else this.hidden.add(result.index);
    this.changed();
  }
}
