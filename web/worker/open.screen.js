/** From inside the console to the worker's page, which stands on its own: it must load on phones that the console does not. */
export function screen() {
  location.replace(`worker/${location.hash}`);
}
