// Small helpers that make elements and axes, and watch their size.

const svgNamespace = 'http://www.w3.org/2000/svg';

function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// Calls after the browser has laid out: a chart that changes the layout in the middle of it would be told off.
function whenResized(element, action) {
  new ResizeObserver(() => requestAnimationFrame(action)).observe(element);
}

// Round numbers between two ends: 1, 2 or 5 times a power of ten, no more of them than wanted.
function niceStep(span, most) {
  const raw = span / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(raw));
  return power * [1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999999);
}

function ticks(low, high, most, leastStep = 0) {
  if (!(high > low)) return [low];
  const step = Math.max(leastStep, niceStep(high - low, most));
  const found = [];
  for (let index = Math.ceil(low / step - 1e-9); index * step <= high + step * 1e-9; index++) {
    found.push(Number((index * step).toPrecision(12)));
  }
  return found;
}

// Ends of an axis, moved outwards to round numbers.
function niceDomain(low, high, leastSpan) {
  const middle = (low + high) / 2;
  const half = Math.max(high - low, leastSpan) / 2;
  const step = niceStep(half * 2, 5);
  return [Math.floor((middle - half) / step) * step, Math.ceil((middle + half) / step) * step];
}
