import type { SchemaInventory } from './data-class';

export const wechatInventory: SchemaInventory = {};
