import type { ClaimReport } from './contract';

/** How a report names the car; the contract lets exactly one of them through. */
export type NamedCar =
  { by: 'vehicle'; vehicleId: string } | { by: 'policy'; policyId: string } | { by: 'plate'; plate: string };

export function namedCar(report: Pick<ClaimReport, 'vehicleId' | 'policyId' | 'plate'>): NamedCar {
  if (report.vehicleId !== undefined) return { by: 'vehicle', vehicleId: report.vehicleId };
  if (report.policyId !== undefined) return { by: 'policy', policyId: report.policyId };
  return { by: 'plate', plate: report.plate ?? '' };
}
