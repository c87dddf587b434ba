/** How fast this device reads rows, as it did with the last file: what the time of the next is told by. */
const KEY = 'emotion-tag-rows-per-second';

/** Rows a second; 0 where no file was read here yet. */
export function keptSpeed(): number {
  try {
    const speed = Number(localStorage.getItem(KEY));
    return speed > 0 && Number.isFinite(speed) ? speed : 0;
  } catch {
    return 0;
  }
}

export function keepSpeed(speed: number): void {
  if (speed === 0) return;
  try {
    localStorage.setItem(KEY, speed.toFixed(2));
  } catch {
    // then it is measured anew with each file
  }
}
