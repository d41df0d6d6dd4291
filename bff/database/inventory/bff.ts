import type { SchemaInventory } from './data-class';

export const bffInventory: SchemaInventory = {};
