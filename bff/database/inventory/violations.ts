import type { SchemaInventory } from './data-class';

export const violationsInventory: SchemaInventory = {
  cars: {
    id: 'key',
    plate_type: 'internal',
    plate_sealed: 'personal-encrypted',
    plate_index: 'personal-blind-index',
    vin_sealed: 'personal-encrypted',
    vin_index: 'personal-blind-index',
    engine_no_sealed: 'personal-encrypted',
    engine_no_index: 'personal-blind-index',
  },
  records: {
    id: 'key',
    car_id: 'key',
    occurred_at: 'personal',
    entered_at: 'internal',
    place_sealed: 'sensitive-encrypted',
    behaviour: 'personal',
    fine_fen: 'money',
    points: 'personal',
    handled: 'personal',
    paid: 'personal',
  },
};
