// Numbers as texts, the same in every locale.

const noNumber = '–';

function fixed(value, digits) {
  return Number.isFinite(value) ? value.toFixed(digits).replace('-', '−') : noNumber;
}

const formatScore = (value) => fixed(value, 2);

// Four significant digits, so that 0.9876 and 12.34 take the same room.
function formatFeature(value) {
  if (!Number.isFinite(value)) return noNumber;
  const digits = Math.max(0, Math.min(6, 3 - Math.floor(Math.log10(Math.abs(value) || 1))));
  return fixed(value, digits);
}

function formatCount(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

function formatPercentage(share) {
  return share > 0 && share < 0.001 ? '< 0.1 %' : `${fixed(share * 100, share < 0.1 ? 1 : 0)} %`;
}

function formatTime(frame, frameRate) {
  const seconds = frame / frameRate;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = (seconds % 60).toFixed(2).padStart(5, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
