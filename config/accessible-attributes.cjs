const names = [
  'role',
  'label',
  'checked',
  'disabled',
  'selected',
  'expanded',
  'hidden',
  'modal',
  'busy',
  'valuenow',
];
const attributes = Object.fromEntries(names.map((name) => [`aria-${name}`, '']));

/** Built anew for each component, because Taro writes into them. */
module.exports = {
  View: { ...attributes },
  Text: { ...attributes },
  Image: { ...attributes },
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
};
