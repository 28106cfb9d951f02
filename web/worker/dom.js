/** An element: `h('a', { href: '#/file' }, 'text')`. The floor of this folder is Chrome and WebView 61 (2017), ES2018 without what came later. */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  Object.keys(props || {}).forEach((name) => {
    const value = props[name];
    if (value === undefined || value === null || value === false) return;
    if (name.slice(0, 2) === 'on') element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'selected') element[name] = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  });
  put(element, children);
  return element;
}

function put(element, child) {
  if (Array.isArray(child)) child.forEach((each) => put(element, each));
  else if (child !== undefined && child !== null && child !== false && child !== '') element.append(child);
}

export function fill(element, ...children) {
  while (element.firstChild) element.removeChild(element.firstChild);
  put(element, children);
}

export function say(text) {
  document.getElementById('said').textContent = text;
}
