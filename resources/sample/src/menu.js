// What the shop sells. Prices are in cents for one cup.

const TEAS = [
  { id: 'assam', name: 'Assam', kind: 'black', cents: 320 },
  { id: 'sencha', name: 'Sencha', kind: 'green', cents: 380 },
  { id: 'mint', name: 'Fresh mint', kind: 'herbal', cents: 340 },
];

/** Every tea on the menu, in the order in which it is printed. */
export function menu() {
  return TEAS;
}

/** The tea with this id; throws when the shop does not have it. */
export function tea(id) {
  const found = TEAS.find((one) => one.id === id);
  if (!found) throw new Error(`There is no tea called ${id}.`);
  return found;
}
