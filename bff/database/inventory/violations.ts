import type { SchemaInventory } from './data-class';

export const violationsInventory: SchemaInventory = {};
