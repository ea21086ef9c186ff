// The results as the page carries them: numbers in base64, decoded once.

function decodeDoubles(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return new Float64Array(bytes.buffer);
}

class Series {
  constructor(source) {
    Object.assign(this, source, { values: decodeDoubles(source.values) });
    this.isDrawable = this.values.some(Number.isFinite);
  }
}

class Result {
  constructor(source, index) {
    this.index = index;
    this.name = source.name;
    this.frameRate = source.frameRate;
    this.leastScore = source.leastScore ?? 0;
    this.largestScore = source.largestScore ?? 100;
    this.worstFrames = source.worstFrames;
    this.count = source.frames.count;
    this.first = source.frames.first;
    this.step = source.frames.step;
    this.indices = source.frames.indices ? decodeDoubles(source.frames.indices) : null;
    this.scores = source.scores.map((series) => new Series(series));
    this.metrics = source.metrics.map((series) => new Series(series));
    this.features = source.features.map((series) => new Series(series));
  }

  get score() {
    return this.scores[0];
  }

  get style() {
    return `series-${this.index % 8} dashes-${Math.floor(this.index / 4) % 4}`;
  }

  frameAt(position) {
    return this.indices ? this.indices[position] : this.first + position * this.step;
  }

  // The position of the first frame that is not before the given one.
  positionOf(frame) {
    if (!this.indices) return Math.min(this.count, Math.max(0, Math.ceil((frame - this.first) / this.step)));
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.indices[middle] < frame) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // The value of a frame; none where this result does not have the frame.
  valueAt(series, frame) {
    const position = this.nearest(frame);
    return this.frameAt(position) === frame ? series.values[position] : NaN;
  }

  // The position of the frame nearest to the given one.
  nearest(frame) {
    const after = Math.min(this.count - 1, this.positionOf(frame));
    const before = Math.max(0, after - 1);
    return frame - this.frameAt(before) < this.frameAt(after) - frame ? before : after;
  }
}

function readData() {
  const source = JSON.parse(document.getElementById('report-data').textContent);
  return { bands: source.bands, results: source.results.map((result, index) => new Result(result, index)) };
}
