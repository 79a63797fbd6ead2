/**
 * The document that Wireshark read, from its tokens in order, as `{ name, attributes, children }`. Which of them belong to
 * an attribute it says in the second column of its table, and in the fourth whether attributes and content follow a tag.
 */
export function treeOf(fields) {
  const top = { children: [] };
  const open = [top];
  let element;
  let attribute;
  const beginTag = (name, description) => {
    element = { name, attributes: [], children: [], content: /C\)/.test(description) };
    open.at(-1).children.push(element);
    if (!/\(A/.test(description)) endAttributes();
  };
  const endAttributes = () => {
    attribute = undefined;
    if (element.content) open.push(element);
    delete element.content;
  };
  const beginAttribute = ([name, value]) => {
    attribute = { name, value };
    element.attributes.push(attribute);
  };
  const addText = (text) => {
    if (attribute === undefined) open.at(-1).children.push(text);
    else attribute.value += text;
  };
  for (const { name, show, showname } of fields) {
    const [, state, , description, rendering] = (showname ?? '').split('|');
    if (name === 'wbxml.known_tag') beginTag(show, description);
    else if (name === 'wbxml.literal' && state.includes('Tag')) beginTag(show, description);
    else if (name === 'wbxml.literal') beginAttribute([show, '']);
    else if (name === 'wbxml.known_attrstart') beginAttribute(parts(show));
    else if (name === 'wbxml.known_attrvalue') addText(unquoted(show));
    else if (name === 'wbxml.str_i' || name === 'wbxml.str_t') addText(show);
    else if (name === 'wbxml.opaque_data') addText(rendering.replace(/^\s*(%DateTime: )?/, ''));
    else if (name === 'wbxml.end_attribute_list') endAttributes();
    else if (ends.has(name)) open.pop();
  }
  return top.children[0];
}

const ends = new Set(['wbxml.end_known_tag', 'wbxml.end_literal_tag']);

const unquoted = (text) => text.replace(/^'(.*)'$/s, '$1');

/** `href='http://'` has a name and the start of a value; `href=` has a name, and `attrStart_0x05` is one. */
function parts(show) {
  const at = show.indexOf('=');
  if (at < 0) return [show, ''];
  return [show.slice(0, at), unquoted(show.slice(at + 1))];
}
