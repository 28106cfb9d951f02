/** What an address asks of its screen. */
export const paramsNow = () => new URLSearchParams(location.hash.split('?')[1]);

/** The present address with some parameters changed or, by undefined, gone. */
export function addressWith(changed) {
  const [path, query] = location.hash.split('?');
  const params = new URLSearchParams(query);
  for (const [key, value] of Object.entries(changed)) {
    if (value === undefined || value === '') params.delete(key);
    else params.set(key, value);
  }
  return `${path}${params.size > 0 ? `?${params}` : ''}`;
}
