/**
 * Refuses a field that an object could not carry under its name: one that every object inherits would be found where it
 * was left out, and `trailing` is what stands behind the last field.
 */
export function checkNames(fields: object): void {
  for (const name of Object.keys(fields)) {
    if (name in {} || name === 'trailing') throw new TypeError(`no field can be called ${name}: choose another name`);
  }
}
