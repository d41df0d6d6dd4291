import type { SchemaInventory } from './data-class';

export const identityInventory: SchemaInventory = {};
