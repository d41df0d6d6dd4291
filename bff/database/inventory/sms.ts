import type { SchemaInventory } from './data-class';

export const smsInventory: SchemaInventory = {};
