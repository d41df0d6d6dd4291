import type { PolicySummary } from '../../../bff/features/policies/contract';

export interface InsuredVehicle {
  plate: string;
  model: string;
  newEnergy: boolean;
  policies: PolicySummary[];
}

const isOver = ({ status }: PolicySummary): boolean => status === 'expired' || status === 'cancelled';

/** What holds or will hold stands there; what is over is one tap away. A car with nothing else shows what it had last. */
export function splitByTime(policies: readonly PolicySummary[]): {
  shown: PolicySummary[];
  past: PolicySummary[];
} {
  const current = policies.filter((policy) => !isOver(policy));
  const past = policies.filter(isOver);
  return current.length > 0 ? { shown: current, past } : { shown: past.slice(0, 1), past: past.slice(1) };
}

const order = { active: 0, pending: 1, expired: 2, cancelled: 3 } as const;

/** People know their car, not a policy number: one card a car, what holds first. */
export function groupByVehicle(policies: readonly PolicySummary[]): InsuredVehicle[] {
  const vehicles = new Map<string, InsuredVehicle>();
  for (const policy of policies) {
    const { plate, model, newEnergy } = policy.vehicle;
    const vehicle = vehicles.get(plate) ?? { plate, model, newEnergy, policies: [] };
    vehicle.policies.push(policy);
    vehicles.set(plate, vehicle);
  }
  for (const { policies: own } of vehicles.values()) {
    own.sort(
      (one, other) => order[one.status] - order[other.status] || other.endsAt.localeCompare(one.endsAt),
    );
  }
  const rank = ({ policies: own }: InsuredVehicle) => Math.min(...own.map(({ status }) => order[status]));
  return [...vehicles.values()].sort((one, other) => rank(one) - rank(other));
}
