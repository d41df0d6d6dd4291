import type { SchemaInventory } from './data-class';

export const clubInventory: SchemaInventory = {};
