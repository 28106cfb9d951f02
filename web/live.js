import { h } from './dom.js';
import { remaining } from './time.js';

/** Does it again and again while somebody looks, until the screen is left. */
export function every(ms, signal, work) {
  const timer = setInterval(() => { if (!document.hidden) work(); }, ms);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** How much time is left until a limit passes, or since when it has; `refreshTimes` keeps it true. */
export function timeLeft(breachAt) {
  const { late, text } = remaining(breachAt);
  return h('span', { class: `left${late ? ' late' : ''}`, 'data-breach': breachAt }, text);
}

/** Time goes on in the lines that nothing else changes. */
export function refreshTimes(place) {
  for (const each of place.querySelectorAll('[data-breach]')) {
    const { late, text } = remaining(each.dataset.breach);
    if (each.textContent !== text) each.textContent = text;
    each.classList.toggle('late', late);
  }
}
