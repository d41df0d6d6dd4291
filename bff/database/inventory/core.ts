import type { SchemaInventory } from './data-class';

export const coreInventory: SchemaInventory = {};
