import { SaxesParser } from 'saxes';

/** XML text as a tree of elements `{ name, attributes: [{ name, value }], children }`. */
export function parseXml(xml) {
  const top = { children: [] };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const list = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
    const element = { name, attributes: list, children: [] };
    open.at(-1).children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.length > 1 && open.at(-1).children.push(text));
  parser.on('cdata', (text) => open.at(-1).children.push(text));
  parser.write(xml).close();
  return top.children[0];
}

/** One text for trees that say the same: attributes in the order of their names, texts side by side as one. */
export function canonical(element) {
  const attributes = [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
  const list = attributes.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).join('');
  const children = [];
  for (const child of element.children) {
    const text = typeof child === 'string';
    if (text && typeof children.at(-1) === 'string') children.push(children.pop() + child);
    else if (child !== '') children.push(child);
  }
  const inner = children.map((child) => (typeof child === 'string' ? JSON.stringify(child) : canonical(child)));
  return `<${element.name}${list}>${inner.join('')}</>`;
}
